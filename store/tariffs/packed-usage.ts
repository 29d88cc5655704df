import type { SessionId } from '#core/shared/ids.ts';
import { instant, milliseconds } from '#core/shared/units.ts';
import { type BasisPoints, milliwattHours } from '#core/tariffs/amounts.ts';
import type { UsagePeriod } from '#core/tariffs/session-facts.ts';
import type { SoldUsage } from '#core/tariffs/sold-usage.ts';
import { fromJson } from '../column-values.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { SessionUsageRow } from './tariff-tables.ts';

/** Numbers alone, since those of a whole month are read at once: the discount, the longest guess, and seven for a period. */
type PackedUsage = readonly [
  discount: BasisPoints,
  longestGuess: number | null,
  periods: readonly (number | null)[],
];

const NUMBERS_OF_PERIOD = 7;

export const sessionUsageWrite = upserting<
  SessionUsageRow,
  { readonly sessionId: SessionId; readonly usage: SoldUsage }
>(
  {
    table: 'session_usage',
    long: 'usage_json',
    columns: {
      session_id: ({ sessionId }) => sessionId,
      usage_json: ({ usage }) => packUsage(usage),
    },
  },
  ['session_id'],
);

export function unpackUsage(text: string): SoldUsage {
  const [discount, longestGuess, numbers] = fromJson<PackedUsage>(text);
  const periods: UsagePeriod[] = [];
  let at = 0;
  for (let first = 0; first < numbers.length; first += NUMBERS_OF_PERIOD) {
    const from = at + (numbers[first] ?? 0);
    const to = from + (numbers[first + 1] ?? 0);
    const before = numbers[first + 5] ?? null;
    const after = numbers[first + 6] ?? null;
    periods.push({
      from: instant(from),
      to: instant(to),
      energy: milliwattHours(numbers[first + 2] ?? 0),
      charging: milliseconds(numbers[first + 3] ?? 0),
      idle: milliseconds(numbers[first + 4] ?? 0),
      reserved: milliseconds(0),
      power: null,
      current: null,
      readings:
        before === null || after === null ? null : { from: instant(from - before), to: instant(to + after) },
    });
    at = to;
  }
  return longestGuess === null
    ? { discount, periods }
    : { discount, periods, longestGuess: milliseconds(longestGuess) };
}

function packUsage({ discount, longestGuess, periods }: SoldUsage): string {
  const numbers: (number | null)[] = [];
  let before = 0;
  for (const { from, to, energy, charging, idle, readings } of periods) {
    numbers.push(from - before, to - from, energy, charging, idle);
    numbers.push(readings && from - readings.from, readings && readings.to - to);
    before = to;
  }
  const packed: PackedUsage = [discount, longestGuess ?? null, numbers];
  return JSON.stringify(packed);
}
