import { Button, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Tariff } from '#api/tariff-model.ts';
import type { TariffDetail } from '#api/tariffs.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useText } from '../../../text/use-text.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { Section } from '../../../ui/section.tsx';
import { lastMonths } from './last-months.ts';
import { RehearsalResult } from './rehearsal-result.tsx';
import classes from './rehearsal-section.module.css';
import { useUsualRehearsal } from './use-usual-rehearsal.ts';
import { REHEARSAL_SCOPES, type RehearsalScope } from './usual-rehearsal.ts';

interface RehearsalSectionProps {
  readonly tariff: Tariff;
  readonly detail: TariffDetail;
}

const TYPING_PAUSE_MS = 800;
const MONTHS = 13;

/** Replays the real sessions of a month by the draft; once begun, again with every change. */
export function RehearsalSection({ tariff, detail }: RehearsalSectionProps) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const months = lastMonths(format.dayKey(now), MONTHS);
  const usual = useUsualRehearsal(detail, months);
  const [chosenMonth, setMonth] = useState<string | null>(null);
  const [chosenScope, setScope] = useState<RehearsalScope | null>(null);
  const month = chosenMonth ?? usual.month ?? months[1] ?? '';
  const scope = chosenScope ?? usual.scope;
  const [isOn, setOn] = useState(false);
  const [paused] = useDebouncedValue(tariff, TYPING_PAUSE_MS);
  const rehearsal = useQuery({
    ...apiQuery('rehearseTariff', {
      body: { tariff: paused, month, tariffId: scope === 'own' ? detail.id : null },
    }),
    enabled: isOn && month !== '',
    placeholderData: keepPreviousData,
  });
  return (
    <Section title={t('tariffs.rehearsal')} card>
      <p className={classes.hint}>{t('tariffs.rehearsalText')}</p>
      <div className={classes.fields}>
        <Select
          label={t('tariffs.month')}
          allowDeselect={false}
          data={months.map((value) => ({ value, label: format.month(`${value}-15T12:00:00Z`) }))}
          value={month}
          onChange={(value) => setMonth(value ?? month)}
        />
        <Select
          label={t('tariffs.whichSessions')}
          allowDeselect={false}
          data={REHEARSAL_SCOPES.map((value) => ({ value, label: t(`tariffs.sessionsOf.${value}`) }))}
          value={scope}
          onChange={(value) => setScope(value === 'own' ? 'own' : 'all')}
        />
      </div>
      {isOn ? null : (
        <div>
          <Button
            variant="default"
            onClick={() => {
              // What was read is what is rehearsed, whatever comes to be known later.
              setMonth(month);
              setScope(scope);
              setOn(true);
            }}
          >
            {t('tariffs.rehearse')}
          </Button>
        </div>
      )}
      {rehearsal.error === null ? null : (
        <ProblemNote error={rehearsal.error} onRetry={() => void rehearsal.refetch()} />
      )}
      {isOn && rehearsal.isFetching && rehearsal.data === undefined ? (
        <p className={classes.hint} aria-busy="true">
          {t('words.loading')}
        </p>
      ) : null}
      {rehearsal.data === undefined || !isOn ? null : (
        <RehearsalResult
          rehearsal={rehearsal.data}
          taxes={paused.taxes}
          isOld={rehearsal.isPlaceholderData}
        />
      )}
    </Section>
  );
}
