import { type TSchema, Type } from 'typebox';

/**
 * What a field may be when it is not what the specification says. Read only by the repair of messages that
 * failed the strict check; the strict check itself ignores it.
 */
export interface FieldTolerance {
  /** Over-long text is kept up to this length. */
  readonly keepUpTo?: number;
  /** Text longer than that makes the message invalid instead of being cut: it identifies someone. */
  readonly neverCut?: boolean;
  /** A value outside the list is kept as it came. */
  readonly openEnum?: boolean;
  /** A fraction is kept where the specification wants an integer. */
  readonly fraction?: boolean;
  /** Missing text is read as empty text. */
  readonly emptyWhenMissing?: boolean;
  /** Items of a list that cannot be read are left out instead of spoiling the whole message. */
  readonly dropUnreadable?: boolean;
}

/** Text of at most `maxLength` characters; longer text is cut unless the tolerance says otherwise. */
export function text(maxLength: number, tolerance: FieldTolerance = {}) {
  return Type.String({ maxLength, tolerance });
}

/** One of the listed words, exactly. Use where a wrong reading would change what we do. */
export function oneOf<const T extends readonly string[]>(...values: T) {
  return Type.Unsafe<T[number]>({ type: 'string', enum: [...values] });
}

/** One of the listed words by the book, any other word in practice; so the type admits any text. */
export function usuallyOneOf<const T extends readonly string[]>(...values: T) {
  return Type.Unsafe<T[number] | (string & {})>({
    type: 'string',
    enum: [...values],
    tolerance: { openEnum: true } satisfies FieldTolerance,
  });
}

// Beyond 2^53 JSON numbers are rounded silently, so they are no integers to us.
const exactly = { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };

export const integer = Type.Integer(exactly);

/** A meter register in Wh. An integer by the book; some meters send fractions (reliability: bill whole Wh). */
export const registerWh = Type.Integer({
  ...exactly,
  tolerance: { fraction: true } satisfies FieldTolerance,
});

/** Longer text is no time; a date with any number of decimals would pass as one. */
export const LONGEST_TIME = 64;

/** Date and time as text. Odd or missing ones pass the repair unchanged; see `parseTimestamp`. */
export const timestamp = Type.String({
  format: 'date-time',
  maxLength: LONGEST_TIME,
  tolerance: { emptyWhenMissing: true } satisfies FieldTolerance,
});

/** Where a station fetches or puts a file: a whole address with its scheme, http or ftp. */
export const address = Type.String({ format: 'uri' });

/** 20 characters by the book; readers that append characters or send 7-byte UIDs twice are let through. */
export const idTag = text(20, { keepUpTo: 36, neverCut: true });

export function optional<T extends TSchema>(schema: T) {
  return Type.Optional(schema);
}

export function list<T extends TSchema>(items: T) {
  return Type.Array(items);
}

/** A list that should not be empty. */
export function filledList<T extends TSchema>(items: T) {
  return Type.Array(items, { minItems: 1 });
}

/** A list that should not be empty, whose unreadable items are left out. */
export function listOfSamples<T extends TSchema>(items: T) {
  return Type.Array(items, { minItems: 1, tolerance: { dropUnreadable: true } satisfies FieldTolerance });
}

/** An object that, as all objects of OCPP 1.6, has no further fields. */
export function fields<T extends Record<string, TSchema>>(properties: T) {
  return Type.Object(properties, { additionalProperties: false });
}

export const noFields = fields({});
