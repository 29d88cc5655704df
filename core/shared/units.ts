declare const unit: unique symbol;
type Quantity<Unit extends string> = number & { readonly [unit]: Unit };

/** Energy in watt-hours. What we settle is whole; a meter's own register may carry a fraction. */
export type WattHours = Quantity<'Wh'>;
/** Power in watts. */
export type Watts = Quantity<'W'>;
/** Current in amperes. */
export type Amperes = Quantity<'A'>;
/** A point in time: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = Quantity<'instant'>;
/** A length of time in milliseconds. */
export type Milliseconds = Quantity<'ms'>;

/** Throws on anything but a finite number: such a value is a bug of the edge that let it in. */
export function wattHours(value: number): WattHours {
  return finite(value, 'Wh') as WattHours;
}

export function watts(value: number): Watts {
  return finite(value, 'W') as Watts;
}

export function amperes(value: number): Amperes {
  return finite(value, 'A') as Amperes;
}

export function instant(epochMs: number): Instant {
  return finite(epochMs, 'instant') as Instant;
}

export function milliseconds(value: number): Milliseconds {
  return finite(value, 'ms') as Milliseconds;
}

export const SECOND = milliseconds(1_000);
export const MINUTE = milliseconds(60_000);
export const HOUR = milliseconds(3_600_000);
export const DAY = milliseconds(86_400_000);

export function later(start: Instant, by: number): Instant {
  return instant(start + by);
}

export function elapsed(from: Instant, to: Instant): Milliseconds {
  return milliseconds(to - from);
}

function finite(value: number, name: string): number {
  if (!Number.isFinite(value)) throw new RangeError(`${name} must be a finite number, got ${value}`);
  return value;
}
