import { Type } from 'typebox';
import { Assignment } from './access-lists.ts';
import { needs, route } from './route.ts';
import { Done, Id, nullable, Time } from './schema.ts';

const Validity = { from: Type.Optional(nullable(Time)), to: Type.Optional(nullable(Time)) };
const AssignmentParams = Type.Object({ assignmentId: Id });

export const addAssignment = route({
  method: 'POST',
  path: '/assignments',
  area: 'access',
  access: needs('access.write', 'somewhere'),
  summary:
    'Assign two or three of card, driver and vehicle to each other, for a time or until further notice',
  body: Type.Object({
    cardId: Type.Optional(Id),
    driverId: Type.Optional(Id),
    vehicleId: Type.Optional(Id),
    ...Validity,
  }),
  response: Assignment,
  status: 201,
});

export const changeAssignment = route({
  method: 'PATCH',
  path: '/assignments/{assignmentId}',
  area: 'access',
  access: needs('access.write', 'assignment'),
  summary: 'Change how long an assignment holds; what is left out stays',
  params: AssignmentParams,
  body: Type.Object(Validity, { additionalProperties: false }),
  response: Assignment,
});

export const removeAssignment = route({
  method: 'DELETE',
  path: '/assignments/{assignmentId}',
  area: 'access',
  access: needs('access.write', 'assignment'),
  summary: 'Remove an assignment as if it had never been; to end it, give it an end',
  params: AssignmentParams,
  response: Done,
});

export const restoreAssignment = route({
  method: 'POST',
  path: '/assignments/{assignmentId}/restore',
  area: 'access',
  access: needs('access.write', 'assignment'),
  summary: 'Undo the removal of an assignment',
  params: AssignmentParams,
  response: Assignment,
});
