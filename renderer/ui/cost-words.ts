import type { SessionCost } from '#api/session-prices.ts';
import type { Format } from '../lib/format.ts';

/** The amount of a session; empty where there is none. */
export function costWords({ total, currency }: SessionCost, format: Format): string {
  return total === null || currency === null ? '' : format.money(total.inclVatMinor, currency);
}
