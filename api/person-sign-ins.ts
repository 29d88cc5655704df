import { Type } from 'typebox';
import { SignIns } from './account.ts';
import { needs, route } from './route.ts';
import { Done, Id } from './schema.ts';

const PersonParams = Type.Object({ personId: Id });

export const listPersonSignIns = route({
  method: 'GET',
  path: '/people/{personId}/sign-ins',
  area: 'people',
  access: needs('people.write', 'person'),
  summary: 'Where a person is signed in',
  params: PersonParams,
  response: SignIns,
});

export const endPersonSignIns = route({
  method: 'POST',
  path: '/people/{personId}/sign-ins/end',
  area: 'people',
  access: needs('people.write', 'person'),
  summary: 'Sign a person out everywhere; who may do more than the caller is left alone',
  params: PersonParams,
  response: Done,
});

export const resetSecondFactor = route({
  method: 'POST',
  path: '/people/{personId}/second-factor/off',
  area: 'people',
  access: needs('people.write', 'person'),
  summary: 'Take the second factor from a person who has lost phone and recovery codes',
  params: PersonParams,
  response: Done,
});
