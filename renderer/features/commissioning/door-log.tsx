import { Button } from '@mantine/core';
import { IconCircleCheck, IconDoor } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DoorVisit } from '#api/door.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useNow } from '../../lib/use-now.ts';
import { useText } from '../../text/use-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterChips } from '../../ui/filter-chips.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import classes from './door-log.module.css';
import { doorSentence } from './door-sentence.ts';
import { type DoorRow, doorRows } from './door-visits.ts';

const SOME = 200;
/** More than somebody at a station wants to look through. */
const SOME_LINES = 40;
const ALL_KEPT = 2_000;

/** Who came to the port for stations, live, and the one sentence that says what is wrong with each. */
export function DoorLog() {
  const { t } = useText();
  const [show, setShow] = useState<'all' | 'problems'>('all');
  const [limit, setLimit] = useState(SOME);
  const door = useQuery({ ...apiQuery('listDoor', { query: { limit } }), placeholderData: keepPreviousData });
  const visits = door.data?.items ?? [];
  const wanted = show === 'all' ? visits : visits.filter((visit) => !isFine(visit));
  const rows = doorRows(wanted);
  return (
    <Section
      card
      title={t('commissioning.doorTitle')}
      aside={
        door.data === undefined ? null : (
          <span aria-live="polite">{t('commissioning.doorTotal', { count: door.data.total })}</span>
        )
      }
    >
      <p className={classes.about}>{t('commissioning.doorText')}</p>
      {door.error && door.data === undefined ? (
        <ProblemNote error={door.error} onRetry={() => void door.refetch()} />
      ) : null}
      {door.data !== undefined && visits.length === 0 ? (
        <EmptyState icon={<IconDoor stroke={1.5} />} title={t('commissioning.doorEmpty')} />
      ) : (
        <FilterChips
          label={t('commissioning.doorShow')}
          value={show}
          chips={[
            { value: 'all', label: t('commissioning.doorAll') },
            { value: 'problems', label: t('commissioning.doorProblems') },
          ]}
          onChange={setShow}
        />
      )}
      <ul className={classes.visits}>
        {(limit === SOME ? rows.slice(0, SOME_LINES) : rows).map((row) => (
          <DoorLine key={row.latest.id} row={row} />
        ))}
      </ul>
      {limit === SOME && ((door.data?.total ?? 0) > SOME || rows.length > SOME_LINES) ? (
        <Button variant="default" onClick={() => setLimit(ALL_KEPT)}>
          {t('commissioning.doorMore')}
        </Button>
      ) : null}
    </Section>
  );
}

function isFine({ outcome }: DoorVisit): boolean {
  return outcome === 'admitted' || outcome === 'fetched-file';
}

function DoorLine({ row: { latest, count } }: { readonly row: DoorRow }) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const isIn = isFine(latest);
  const facts = [
    latest.transport === 'wss' ? t('commissioning.withTls') : '',
    latest.path !== null && !isIn ? t('commissioning.path', { path: latest.path }) : '',
    latest.outcome === 'other-subprotocol'
      ? t('commissioning.offers', { protocols: latest.protocols.join(', ') })
      : '',
    count > 1 ? t('commissioning.times', { count: format.number(count) }) : '',
  ].filter((fact) => fact !== '');
  return (
    <li className={classes.visit} data-outcome={latest.outcome} data-in={isIn}>
      {isIn ? (
        <IconCircleCheck className={classes.in} size={20} stroke={1.75} aria-hidden />
      ) : (
        <StatusMark mark="self-unavailable" silent />
      )}
      <div className={classes.text}>
        <p className={classes.head}>
          <strong>{latest.stationName ?? latest.stationId ?? latest.address}</strong>
          {latest.stationId === null ? null : <span className={classes.address}>{latest.address}</span>}
          <time dateTime={latest.endedAt}>{format.momentSeconds(latest.endedAt, now)}</time>
        </p>
        <p>{doorSentence(latest.outcome, t)}</p>
        {facts.length === 0 ? null : <p className={classes.facts}>{facts.join(' · ')}</p>}
      </div>
    </li>
  );
}
