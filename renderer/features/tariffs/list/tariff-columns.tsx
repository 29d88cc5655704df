import { useMemo } from 'react';
import type { Tariff } from '#api/tariffs.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import type { Column } from '../../../ui/data-table-columns.tsx';
import { rangeWords } from '../week/price-words.ts';
import { shownTariff } from './shown-tariff.ts';
import classes from './tariff-columns.module.css';
import { TariffState } from './tariff-state.tsx';
import { useNextWords } from './use-next-words.ts';
import { WeekPicture } from './week-picture.tsx';

/** Name, week, price, what comes next, and who pays by it. */
export function useTariffColumns(): readonly Column<Tariff>[] {
  const { t } = useText();
  const format = useFormat();
  const nextWords = useNextWords();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('tariffs.name'),
        sortBy: ({ name }) => name,
        compare: format.compare,
        cell: (tariff) => (
          <span className={classes.named}>
            <span className={classes.name}>{tariff.name}</span>
            <TariffState tariff={tariff} />
          </span>
        ),
      },
      {
        id: 'week',
        header: t('tariffs.week'),
        width: '92px',
        tier: 3,
        cell: (tariff) => {
          const shown = shownTariff(tariff);
          return shown === null ? '' : <WeekPicture tariff={shown} />;
        },
      },
      {
        id: 'price',
        header: t('tariffs.price'),
        width: '178px',
        cell: (tariff) => {
          const shown = shownTariff(tariff);
          return shown === null ? '–' : (rangeWords(shown, { t, format }) ?? t('tariffs.noEnergyPrice'));
        },
      },
      {
        id: 'next',
        header: t('tariffs.next'),
        width: '22%',
        tier: 2,
        cell: (tariff) => nextWords(tariff),
      },
      {
        id: 'rules',
        header: t('tariffs.payers'),
        width: '150px',
        tier: 2,
        sortBy: ({ ruleCount }) => ruleCount,
        cell: ({ ruleCount }) =>
          ruleCount === 0 ? (
            <span className={classes.nobody}>{t('tariffs.nobody')}</span>
          ) : (
            t('tariffs.ruleCount', { count: ruleCount })
          ),
      },
    ],
    [t, format, nextWords],
  );
}
