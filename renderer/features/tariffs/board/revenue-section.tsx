import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { REVENUE_KEYS } from '#api/revenue.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useText } from '../../../text/use-text.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { Section } from '../../../ui/section.tsx';
import classes from './board-section.module.css';
import { type PeriodChoice, periodOf, REVENUE_PERIODS } from './revenue-period.ts';
import { RevenueTable } from './revenue-table.tsx';

type Key = (typeof REVENUE_KEYS)[number];

/** Energy and revenue of a period by group, tariff, tenant or station. */
export function RevenueSection() {
  const { t } = useText();
  const format = useFormat();
  const today = format.dayKey(useNow());
  const [by, setBy] = useState<Key>('group');
  const [choice, setChoice] = useState<PeriodChoice>({ period: 'month', first: '', last: '' });
  const span = periodOf(choice, today, format);
  const revenue = useQuery({
    ...apiQuery('getRevenue', { query: { by, ...(span ?? { from: '', to: '' }) } }),
    enabled: span !== undefined,
    placeholderData: keepPreviousData,
  });
  return (
    <Section title={t('board.revenue')} card>
      <div className={classes.fields}>
        <SegmentedControl
          aria-label={t('board.by')}
          data={REVENUE_KEYS.map((value) => ({ value, label: t(`board.key.${value}`) }))}
          value={by}
          onChange={(value) => setBy(REVENUE_KEYS.find((one) => one === value) ?? by)}
        />
        <Select
          aria-label={t('board.period')}
          allowDeselect={false}
          data={REVENUE_PERIODS.map((value) => ({ value, label: t(`board.periods.${value}`) }))}
          value={choice.period}
          onChange={(value) =>
            setChoice({
              ...choice,
              period: REVENUE_PERIODS.find((one) => one === value) ?? choice.period,
              first: choice.first || `${today.slice(0, 7)}-01`,
              last: choice.last || today,
            })
          }
        />
        {choice.period === 'days' ? (
          <>
            <TextInput
              type="date"
              aria-label={t('board.first')}
              value={choice.first}
              max={choice.last}
              onChange={(event) => setChoice({ ...choice, first: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              aria-label={t('board.last')}
              value={choice.last}
              min={choice.first}
              onChange={(event) => setChoice({ ...choice, last: event.currentTarget.value })}
            />
          </>
        ) : null}
      </div>
      {revenue.error === null ? null : (
        <ProblemNote error={revenue.error} onRetry={() => void revenue.refetch()} />
      )}
      {revenue.isLoading ? (
        <p className={classes.quiet} aria-busy="true">
          {t('words.loading')}
        </p>
      ) : null}
      {revenue.data === undefined ? null : <RevenueTable lines={revenue.data.items} by={by} />}
    </Section>
  );
}
