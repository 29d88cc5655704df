import { type Static, Type } from 'typebox';
import { needs, route } from './route.ts';
import { Id, nullable, Time, WholeWh, words } from './schema.ts';

export const SIGNED_VERDICTS = ['verified', 'faulty', 'wrong-signature', 'unverifiable', 'unsigned'] as const;

/** Why energy is not sold by itself. */
export const ENERGY_HELD_REASONS = [
  'no-energy',
  'unsigned',
  'wrong-signature',
  'unverifiable',
  'faulty',
  'key-changed',
  'key-not-pinned',
  'pair-sold-before',
  'times-differ',
  'registers-differ',
] as const;

export const UNVERIFIABLE = [
  'other-format',
  'malformed',
  'no-key',
  'unreadable-key',
  'unknown-algorithm',
  'unreadable-signature',
] as const;

export const METER_CLOCKS = ['synchronised', 'relative', 'informative', 'unusable'] as const;

/** What time is sold beside energy: none, how long something took, or also prices by the hour and the day. */
export const SOLD_TIMES = ['nothing', 'duration', 'hours'] as const;

export const SIGNED_FAULTS = [
  'no-begin',
  'no-end',
  'several-begins',
  'several-ends',
  'end-in-begin-record',
  'begin-in-end-record',
  'several-pairs',
  'register-unreadable',
  'register-backwards',
  'other-register',
  'other-current',
  'unknown-unit',
  'time-unreadable',
  'time-backwards',
  'clock-state',
  'meter-state',
  'energy-unusable',
  'exception',
  'event-counter',
  'other-meter',
  'unnamed-meter',
  'page-unreadable',
  'page-fiscal',
  'page-order',
  'identification',
  'other-cable',
] as const;

export const SIGNED_REMARKS = [
  'page-gap',
  'other-identification',
  'time-unusable',
  'loss-not-reset',
  'loss-undescribed',
  'newer-format',
] as const;

const SignedReading = Type.Object({
  /** Digits as the meter wrote them. */
  value: Type.String(),
  unit: Type.String(),
  /** OBIS code. */
  register: Type.String(),
  /** As the meter wrote it. */
  time: nullable(Type.String()),
  at: nullable(Time),
});
export type SignedReading = Static<typeof SignedReading>;

const SignedRecord = Type.Object({
  /** By the names of the transparency software. Only OCMF is verified here. */
  format: Type.String(),
  /** `not-needed`: it neither begins nor ends the session, and nobody looked. */
  state: words(['verified', 'wrong-signature', 'unverifiable', 'not-needed'] as const),
  why: nullable(words(UNVERIFIABLE)),
  meterSerial: nullable(Type.String()),
  text: Type.String(),
});

export const SignedValues = Type.Object({
  verdict: words(SIGNED_VERDICTS),
  why: nullable(words(UNVERIFIABLE)),
  /** By what the session is sold; `reason` where it waits for a person. */
  money: Type.Object({
    kind: words(['signed', 'measured', 'decided', 'held'] as const),
    energyWh: nullable(WholeWh),
    reason: nullable(words(ENERGY_HELD_REASONS)),
    soldTime: words(SOLD_TIMES),
  }),
  /** Of the signed pair in Wh, with all decimals. */
  exactWh: nullable(Type.String()),
  begin: nullable(SignedReading),
  end: nullable(SignedReading),
  clock: nullable(words(METER_CLOCKS)),
  faults: Type.Array(words(SIGNED_FAULTS)),
  remarks: Type.Array(words(SIGNED_REMARKS)),
  /** The key that was pinned to the connector when the session began. */
  pinned: nullable(Type.Object({ fingerprint: Type.String(), since: Time })),
  /** What the keys that came along are against it. */
  key: nullable(words(['pinned', 'known', 'changed', 'unpinned'] as const)),
  records: Type.Array(SignedRecord),
});
export type SignedValues = Static<typeof SignedValues>;

const params = Type.Object({ sessionId: Id });

export const getSignedValues = route({
  method: 'GET',
  path: '/sessions/{sessionId}/signed-values',
  area: 'sessions',
  access: needs('sessions.read', 'session'),
  summary:
    'What the meter signed in a session, whether it verifies under the pinned key, and what it is worth',
  params,
  response: SignedValues,
});

export const getTransparencyFile = route({
  method: 'GET',
  path: '/sessions/{sessionId}/transparency-file',
  area: 'sessions',
  access: needs('sessions.read', 'session'),
  summary: 'The signed values of a session as a file for the transparency software',
  params,
  response: Type.Unsafe<string>(Type.String({ format: 'binary' })),
  alsoProduces: ['application/xml'],
});
