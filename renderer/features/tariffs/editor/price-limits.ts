import type { Tariff } from '#api/tariff-model.ts';
import { changed, vatOf, type Work, withVat } from './work.ts';

export const LIMITS = ['minPrice', 'maxPrice'] as const;
export type Limit = (typeof LIMITS)[number];

/** The two amounts of a limit: without tax, and with it. */
export const HALVES = ['exclVatMicros', 'inclVatMicros'] as const;
export type Half = (typeof HALVES)[number];

/** The half that is typed: with tax where prices have it, else without. */
export function typedHalf({ taxes }: Pick<Tariff, 'taxes'>): Half {
  return taxes === 'included' ? 'inclVatMicros' : 'exclVatMicros';
}

/** The halves that a form shows: the typed one, and the other where it says something too; nothing counts unseen. */
export function shownHalves(tariff: Tariff, limit: Limit): readonly Half[] {
  const typed = typedHalf(tariff);
  return [typed, ...HALVES.filter((half) => half !== typed && tariff[limit]?.[half] != null)];
}

/** With one amount changed. Whoever clears the typed half wants no limit: the other goes as well. */
export function withLimit(
  work: Work,
  { limit, half }: { readonly limit: Limit; readonly half: Half },
  micros: number | null,
): Work {
  const { tariff } = work;
  if (micros === null && half === typedHalf(tariff)) return changed(work, { [limit]: null });
  const next = { ...(tariff[limit] ?? { exclVatMicros: null, inclVatMicros: null }), [half]: micros };
  const isEmpty = HALVES.every((one) => next[one] === null);
  return changed(work, { [limit]: isEmpty ? null : next });
}

/** With prices gross, net or free of tax. What was typed as a limit stays the number that it is, like every other price. */
export function withTaxes(work: Work, taxes: Tariff['taxes']): Work {
  const { tariff } = work;
  const [before, after] = [typedHalf(tariff), typedHalf({ taxes })];
  const carried = (limit: Tariff['minPrice']): Tariff['minPrice'] =>
    limit === null || before === after
      ? limit
      : { exclVatMicros: null, inclVatMicros: null, [after]: limit[before] ?? limit[after] };
  const next = changed(work, {
    taxes,
    minPrice: carried(tariff.minPrice),
    maxPrice: carried(tariff.maxPrice),
  });
  return withVat(next, taxes === 'none' ? null : (vatOf(tariff) ?? vatOf(next.tariff)));
}
