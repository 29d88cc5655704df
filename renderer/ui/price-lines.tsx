import type { PriceStep } from '#api/price-steps.ts';
import type { SessionPrice } from '#api/session-prices.ts';
import type { Format } from '../lib/format.ts';
import { useFormat } from '../lib/use-format.ts';
import { useText } from '../text/use-text.ts';
import classes from './price-lines.module.css';
import { energyWords, spanWords, stepLine } from './price-step-words.ts';

interface PriceLinesProps {
  readonly steps: readonly PriceStep[];
  readonly currency: string;
  readonly taxes: SessionPrice['taxes'];
  /** In which the session was priced; that of the site where none is given. */
  readonly timeZone?: string;
}

/** How an amount came about: quantity × price = amount, line by line, each with the stretches that it is made of. */
export function PriceLines({ steps, currency, taxes, timeZone }: PriceLinesProps) {
  const { t } = useText();
  const format = useFormat(timeZone);
  const words = { t, format, currency, isNet: taxes === 'on-top' };
  if (steps.length === 0) return <p className={classes.none}>{t('prices.nothing')}</p>;
  return (
    <ol className={classes.lines}>
      {steps.map((step, place) => {
        const { label, how, amount, tone } = stepLine(step, words);
        return (
          // Steps have no name but their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: position is identity here
          <li key={place} className={classes.line} data-tone={tone}>
            <span>{label}</span>
            <span className={classes.amount}>{amount}</span>
            {how === '' ? null : <span className={classes.how}>{how}</span>}
            {'parts' in step && step.parts.length > 0 ? <Parts step={step} format={format} /> : null}
          </li>
        );
      })}
    </ol>
  );
}

type Product = Extract<PriceStep, { kind: 'component' | 'blocking' }>;

function Parts({ step, format }: { readonly step: Product; readonly format: Format }) {
  const { t } = useText();
  const { parts } = step;
  const time = format.timeWithin(parts[0]?.from ?? 0, parts.at(-1)?.to ?? 0);
  const isEnergy = step.kind === 'component' && step.dimension === 'energy';
  return (
    <details className={classes.parts}>
      <summary>{t('prices.parts', { count: parts.length })}</summary>
      <ul>
        {parts.map((part) => (
          <li key={part.from}>
            {step.kind === 'component' && step.dimension === 'flat'
              ? time(part.from)
              : `${time(part.from)}–${time(part.to)}`}
            {isEnergy ? ` · ${energyWords(part.quantity, format)}` : ''}
            {!isEnergy && part.quantity > 1 ? ` · ${spanWords(part.quantity, format)}` : ''}
            {isEnergy ? <Register part={part} /> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What the session had used at both ends; what no reading says is marked. */
function Register({ part }: { readonly part: Product['parts'][number] }) {
  const { t } = useText();
  const format = useFormat();
  const isGuessed = part.guessedFrom || part.guessedTo;
  return (
    <span className={classes.register}>
      {t('prices.used', {
        from: energyWords(part.energyFromMwh, format),
        to: energyWords(part.energyToMwh, format),
      })}
      {isGuessed ? ` ${t('prices.guessed')}` : ''}
    </span>
  );
}
