import { Button, CloseButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { TariffElement } from '#api/tariff-model.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import { Section } from '../../../ui/section.tsx';
import { placeId } from '../trials/fault-place.ts';
import { ALWAYS } from '../week/elements-of-paint.ts';
import { bandWords } from '../week/price-words.ts';
import { specialWords } from '../week/special-words.ts';
import blockClasses from './block-sections.module.css';
import { SpecialForm } from './special-form.tsx';
import classes from './special-section.module.css';
import type { Draft } from './use-draft.ts';
import { redrawn, vatOf } from './work.ts';

/** Prices that depend on more than the clock: they come before the painted week, the first that fits wins. */
export function SpecialSection({ draft }: { readonly draft: Draft }) {
  const { t } = useText();
  const format = useFormat();
  const { tariff, drawing, edit } = draft;
  const { specials } = drawing;
  const [open, setOpen] = useState<number | null>(null);
  const words = { t, format, currency: tariff.currency };
  const put = (next: readonly TariffElement[], key?: string) =>
    edit((work) => redrawn(work, { specials: next }), key);
  const add = () => {
    const energy = drawing.paint.bands.flat().find(({ dimension }) => dimension === 'energy');
    const element: TariffElement = {
      // What it is now, to begin with: nobody gives energy away by a click.
      components: [energy ?? { dimension: 'energy', priceMicros: 0, vatBasisPoints: vatOf(tariff) }],
      when: { ...ALWAYS, energyWh: { atLeast: 20_000, below: null } },
    };
    put([...specials, element]);
    setOpen(specials.length);
  };
  return (
    <Section title={t('tariffs.specials')} card>
      <p className={blockClasses.meaning}>{t('tariffs.specialsText')}</p>
      <ol className={classes.list}>
        {specials.map((element, place) => (
          // Special prices have no name but their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: position is identity here
          <li key={place} className={classes.item} id={placeId.special(place)}>
            <div className={classes.row}>
              <button
                type="button"
                className={classes.words}
                aria-expanded={open === place}
                onClick={() => setOpen(open === place ? null : place)}
              >
                <small>{t('tariffs.specialName', { number: place + 1 })}</small>
                {specialWords(element.when, words)}
                <span>{bandWords(element.components, words)}</span>
              </button>
              <CloseButton
                size="sm"
                aria-label={t('tariffs.removeSpecial', { number: place + 1 })}
                onClick={() => {
                  put(specials.toSpliced(place, 1));
                  setOpen(null);
                }}
              />
            </div>
            {open === place ? (
              <SpecialForm
                name={t('tariffs.specialName', { number: place + 1 })}
                element={element}
                currency={tariff.currency}
                vat={vatOf(tariff)}
                onChange={(next, key) => put(specials.with(place, next), `special-${place}-${key}`)}
              />
            ) : null}
          </li>
        ))}
      </ol>
      <Button
        className={classes.add ?? ''}
        size="compact-md"
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={add}
      >
        {t('tariffs.addSpecial')}
      </Button>
    </Section>
  );
}
