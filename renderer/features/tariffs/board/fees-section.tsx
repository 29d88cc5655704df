import { Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { apiQuery } from '../../../lib/api-query.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useText } from '../../../text/use-text.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { Section } from '../../../ui/section.tsx';
import { lastMonths } from '../trials/last-months.ts';
import classes from './board-section.module.css';
import { FeesTable } from './fees-table.tsx';

const MONTHS = 13;

/** What drivers and cards owe for a month whether they charge or not. */
export function FeesSection() {
  const { t } = useText();
  const format = useFormat();
  const months = lastMonths(format.dayKey(useNow()), MONTHS);
  const [chosen, setChosen] = useState<string | null>(null);
  const month = chosen ?? months[0] ?? '';
  const fees = useQuery({
    ...apiQuery('getMonthlyFees', { query: { month } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Section title={t('board.fees')} card>
      <div className={classes.fields}>
        <Select
          aria-label={t('board.month')}
          allowDeselect={false}
          data={months.map((value) => ({ value, label: format.month(`${value}-15T12:00:00Z`) }))}
          value={month}
          onChange={setChosen}
        />
      </div>
      {fees.error === null ? null : <ProblemNote error={fees.error} onRetry={() => void fees.refetch()} />}
      {fees.isLoading ? (
        <p className={classes.quiet} aria-busy="true">
          {t('words.loading')}
        </p>
      ) : null}
      {fees.data === undefined ? null : <FeesTable fees={fees.data.items} />}
      <p className={classes.quiet}>{t('board.feesApart')}</p>
      <p className={classes.quiet}>{t('board.feesText')}</p>
    </Section>
  );
}
