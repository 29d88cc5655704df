import { type Instant, instant } from '#core/shared/units.ts';

/** A point in time as the API writes it: UTC, ISO 8601. */
export function isoTime(at: Instant): string {
  return new Date(at).toISOString();
}

export function isoTimeOrNull(at: Instant | null): string | null {
  return at === null ? null : isoTime(at);
}

/** Reads a time that has passed the schema. */
export function fromIsoTime(text: string): Instant {
  return instant(Date.parse(text));
}
