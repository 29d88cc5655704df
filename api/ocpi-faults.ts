import { type Static, Type } from 'typebox';
import { words } from './schema.ts';

const OCPI_FAULTS = [
  'missing',
  'not-a',
  'unknown-word',
  'unknown-restriction',
  'empty-list',
  'too-many',
  'out-of-range',
] as const;

const OCPI_WANTED = ['object', 'list', 'number', 'text', 'time of day', 'date', 'date and time'] as const;

/** The first thing that is wrong with a tariff of OCPI, and where: `elements[0].price_components[1].price`. */
export const OcpiFault = Type.Object({
  kind: words(OCPI_FAULTS),
  /** Empty where it is the document as a whole. */
  path: Type.String(),
  /** Of `not-a`: what should stand there. */
  wanted: Type.Optional(words(OCPI_WANTED)),
  /** Of `unknown-word`: what stands there. */
  word: Type.Optional(Type.String()),
  /** Of `too-many`. */
  most: Type.Optional(Type.Integer()),
  /** Of `out-of-range`. */
  from: Type.Optional(Type.Integer()),
  to: Type.Optional(Type.Integer()),
});
export type OcpiFault = Static<typeof OcpiFault>;
