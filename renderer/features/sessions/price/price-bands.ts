import type { SessionPrice } from '#api/session-prices.ts';
import type { Format } from '../../../lib/format.ts';
import type { Translate } from '../../../text/use-text.ts';
import type { CurveBand } from '../../../ui/curve-bands.tsx';

interface Words {
  readonly t: Translate;
  readonly format: Format;
}

/** When energy had which price, for what lies behind the curve; nothing where it had one price all along. */
export function priceBands(
  { steps, currency }: Pick<SessionPrice, 'steps' | 'currency'>,
  { t, format }: Words,
): readonly CurveBand[] {
  const stretches = steps
    .flatMap((step) => (step.kind === 'component' && step.dimension === 'energy' ? [step] : []))
    .flatMap(({ parts, priceMicros }) => parts.map(({ from, to }) => ({ from, to, priceMicros })));
  const prices = [...new Set(stretches.map(({ priceMicros }) => priceMicros))].toSorted((a, b) => a - b);
  if (currency === null || prices.length < 2) return [];
  return stretches
    .map(({ from, to, priceMicros }) => ({
      fromMs: Date.parse(from),
      toMs: Date.parse(to),
      text: t('tariffs.per.energy', { price: format.price(priceMicros, currency) }),
      shade: prices.indexOf(priceMicros) / (prices.length - 1),
    }))
    .toSorted((a, b) => a.fromMs - b.fromMs);
}
