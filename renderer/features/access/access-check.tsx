import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { apiQuery } from '../../lib/api-query.ts';
import { typedMoment } from '../../lib/moment-field.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { checkSentence } from '../../ui/check-sentence.ts';
import { Pick, type Picked } from '../../ui/pick.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './access-check.module.css';

/** May this card charge there, now or at another time? What the rules make of it, before somebody stands there. */
export function AccessCheck() {
  const { t } = useText();
  const format = useFormat();
  const stations = useQuery(apiQuery('listStations', {})).data?.items ?? [];
  const [card, setCard] = useState<Picked | null>(null);
  const [stationId, setStationId] = useState<string | null>(null);
  const [moment, setMoment] = useState('');
  const at = typedMoment(moment, format);
  const check = useQuery({
    ...apiQuery('checkAccess', {
      params: { stationId: stationId ?? '' },
      query: { cardId: card?.id ?? 0, ...(at !== undefined && { at }) },
    }),
    enabled: card !== null && stationId !== null,
  });
  return (
    <Section card title={t('rules.check.title')}>
      <div className={classes.fields}>
        <Pick kind="card" label={t('words.card')} value={card} onChange={setCard} />
        <Select
          label={t('words.station')}
          placeholder={t('rules.check.choose')}
          searchable
          data={stations.map(({ id, name }) => ({ value: id, label: name }))}
          value={stationId}
          onChange={setStationId}
        />
        <TextInput
          label={t('rules.check.at')}
          type="datetime-local"
          value={moment}
          onChange={(event) => setMoment(event.currentTarget.value)}
        />
      </div>
      <div role="status">
        {check.data === undefined ? null : (
          <p className={classes.verdict} data-verdict={check.data.verdict}>
            {checkSentence(check.data, { t, format })}
          </p>
        )}
      </div>
      {check.error === null ? null : <ProblemNote error={check.error} onRetry={() => void check.refetch()} />}
    </Section>
  );
}
