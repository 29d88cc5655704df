import { Radio } from '@mantine/core';
import type { OcpiTariff } from '#api/ocpi-tariffs.ts';
import { ocpiFaultText } from '../../../lib/ocpi-fault-text.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import { bandWords, rangeWords } from '../week/price-words.ts';
import classes from './found-tariffs.module.css';
import type { OcpiFile } from './use-ocpi-file.ts';

type Read = Extract<OcpiFile, { readonly kind: 'read' }>;

interface FoundTariffsProps {
  readonly file: Read;
  /** Place of the chosen one among those that could be read. */
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

/** Of those that cannot be read. */
const MOST_NAMED = 5;

/** What a file holds: of several tariffs one is chosen, and those that cannot be read say why. */
export function FoundTariffs({ file, chosen, onChoose }: FoundTariffsProps) {
  const { t } = useText();
  const priceWords = usePriceWords();
  const { items, unreadable } = file.found;
  const more = unreadable.length - MOST_NAMED;
  return (
    <>
      <p role="status">{t('ocpi.found', { count: items.length, file: file.name })}</p>
      {unreadable.length === 0 ? null : (
        <div className={classes.unreadable}>
          <p>{t('ocpi.unreadable', { count: unreadable.length })}</p>
          <ul>
            {unreadable.slice(0, MOST_NAMED).map(({ ocpiId, fault }) => (
              <li key={fault.path}>
                {ocpiId === null ? '' : `${t('ocpi.named', { id: ocpiId })}: `}
                {ocpiFaultText(fault, t)}
              </li>
            ))}
            {more > 0 ? <li>{t('tariffs.morePlaces', { count: more })}</li> : null}
          </ul>
        </div>
      )}
      {items.length < 2 ? null : (
        <Radio.Group
          label={t('ocpi.pick')}
          value={String(chosen)}
          onChange={(value) => onChoose(Number(value))}
        >
          <div className={classes.choices}>
            {items.map((item, index) => (
              <Radio
                key={item.path}
                value={String(index)}
                label={item.ocpiId === null ? t('ocpi.unnamed') : t('ocpi.named', { id: item.ocpiId })}
                description={priceWords(item)}
              />
            ))}
          </div>
        </Radio.Group>
      )}
    </>
  );
}

/** By what tariffs are told apart: the price of energy, else of what comes first. */
function usePriceWords() {
  const { t } = useText();
  const format = useFormat();
  return ({ draft }: OcpiTariff): string => {
    const words = { t, format, currency: draft.currency };
    return rangeWords(draft, words) ?? bandWords(draft.elements[0]?.components ?? [], words);
  };
}
