import { type TSchema, Type } from 'typebox';

/** A number that we have given. Beyond 2^53 JSON numbers are rounded silently, so there are none. */
export const Id = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
/** A moment in UTC, ISO 8601 with `Z`. */
export const Time = Type.String({ format: 'date-time', description: 'UTC, ISO 8601' });
export const WholeWh = Type.Integer({ description: 'Energy in whole watt-hours' });
export const PowerW = Type.Number({ description: 'Power in watts' });

export function nullable<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()]);
}

/** A closed list of words. */
export function words<const W extends readonly string[]>(list: W) {
  return Type.Unsafe<W[number]>({ type: 'string', enum: [...list] });
}

/** One page of a list; `next` is handed back as `cursor` to get the following page. */
export function page<T extends TSchema>(item: T) {
  return Type.Object({ items: Type.Array(item), next: nullable(Type.String()) });
}

export const Done = Type.Object({ ok: Type.Literal(true) });
