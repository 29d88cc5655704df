import { expect, test } from 'vitest';
import { stationId } from '../shared/ids.ts';
import { instant, later, MINUTE } from '../shared/units.ts';
import { acceptedProfiles, settleProof } from './prove.ts';
import { noSecurityYet, type ProfileUpgrade, withoutAnswers } from './station-security.ts';

const NOW = instant(Date.UTC(2026, 5, 1));
const password = { kind: 'password', record: 'old', setAt: NOW } as const;
const plain = noSecurityYet(stationId('A'));
const toTls: ProfileUpgrade = { to: 2, state: 'accepted', at: NOW, by: 'Mara' };

test('only the profile a station has is accepted, and the higher one while it changes', () => {
  expect(acceptedProfiles(plain, { kind: 'open' })).toEqual([0]);
  expect(acceptedProfiles(plain, password)).toEqual([1]);
  expect(acceptedProfiles({ ...plain, upgrade: toTls }, password)).toEqual([1, 2]);
  expect(acceptedProfiles({ ...plain, transport: 'mutual-tls' }, password)).toEqual([3]);
});

test('coming with the old profile settles nothing, coming with the new one settles it for ever', () => {
  const facts = { security: { ...plain, upgrade: toTls }, credential: password };
  expect(settleProof(facts, { profile: 1, key: 'current' }, NOW)).toBeNull();
  const settled = settleProof(facts, { profile: 2, key: 'current' }, NOW);
  expect(settled?.security).toEqual({ ...plain, transport: 'tls' });
  expect(settled && acceptedProfiles(settled.security, settled.credential)).toEqual([2]);
});

test('a key whose answer can still come is kept when the old one is shown; one that was given up is not', () => {
  const asked = { record: 'new', state: 'asked', at: NOW, by: 'Mara' } as const;
  const facts = { security: { ...plain, nextKey: asked }, credential: password };
  const old = { profile: 1, key: 'current' } as const;
  expect(settleProof(facts, old, NOW)).toBeNull();
  expect(settleProof(facts, old, later(NOW, 3 * MINUTE))?.security.nextKey).toBeNull();
});

test('what was asked before the program ended will not be answered any more; what was agreed stays agreed', () => {
  const nextKey = { record: 'new', state: 'asked', at: NOW, by: 'Mara' } as const;
  const left = { ...plain, nextKey, upgrade: toTls };
  expect(withoutAnswers(left)).toEqual({ ...left, nextKey: { ...nextKey, state: 'no-answer' } });
  expect(withoutAnswers(plain)).toEqual(plain);
});
