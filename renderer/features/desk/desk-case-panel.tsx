import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DeskCase, DeskHit } from '#api/service-desk.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useNow } from '../../lib/use-now.ts';
import { useText } from '../../text/use-text.ts';
import { placeSentence } from '../../ui/desk-words.ts';
import { type FactRow, FactsList } from '../../ui/facts-list.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import classes from './desk-case-panel.module.css';
import { DeskStation } from './desk-station.tsx';

interface DeskCasePanelProps {
  readonly of: DeskHit['kind'];
  readonly id: string;
  /** The station the call is about; null for where the caller was last. */
  readonly stationId: string | null;
  readonly onStation: (stationId: string) => void;
}

/** Who calls, where they were, and the station the call is about. */
export function DeskCasePanel({ of, id, stationId, onStation }: DeskCasePanelProps) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const asked = useQuery(apiQuery('getDeskCase', { params: { kind: of, id } }));
  const stations = useQuery(apiQuery('listStations', {})).data?.items ?? [];
  if (asked.error && asked.data === undefined)
    return <ProblemNote error={asked.error} onRetry={() => void asked.refetch()} />;
  const { data } = asked;
  if (data === undefined) return <div className={classes.case} aria-busy="true" />;
  const meant = stationId ?? (of === 'station' ? id : data.places[0]?.stationId);
  const station = stations.find((one) => one.id === meant);
  return (
    <div className={classes.case}>
      <section className={classes.card}>
        <h2>{data.name}</h2>
        <FactsList rows={factsOf(data, t)} />
        <h3>{t('desk.lately')}</h3>
        <ul className={classes.places}>
          {data.places.length === 0 ? <li>{t('desk.nowhere')}</li> : null}
          {data.places.map((place) => (
            <li key={`${place.stationId} ${place.at} ${place.what}`}>
              {placeSentence(place, { t, format, now })}
            </li>
          ))}
        </ul>
        <Select
          label={t('desk.station')}
          placeholder={t('desk.chooseStation')}
          data={stations.map((one) => ({ value: one.id, label: one.name }))}
          value={station?.id ?? null}
          searchable
          onChange={(chosen) => {
            if (chosen !== null) onStation(chosen);
          }}
        />
      </section>
      {station === undefined ? null : (
        <DeskStation
          key={station.id}
          station={station}
          asked={data}
          connectorId={data.places.find((place) => place.stationId === station.id)?.connectorId ?? null}
        />
      )}
    </div>
  );
}

function factsOf(
  { drivers, cards, vehicles, kind, name }: DeskCase,
  t: ReturnType<typeof useText>['t'],
): readonly (FactRow | null)[] {
  const row = (label: string, values: readonly string[]): FactRow | null =>
    values.filter(Boolean).length === 0 ? null : { label, value: values.filter(Boolean).join(', ') };
  const others = drivers.map((driver) => driver.name).filter((one) => kind !== 'driver' || one !== name);
  return [
    row(t('desk.drivers'), others),
    row(
      t('desk.phone'),
      drivers.map(({ phone }) => phone),
    ),
    row(
      t('desk.costCentre'),
      drivers.map(({ costCentre }) => costCentre),
    ),
    cards.length === 0 ? null : { label: t('desk.cards'), value: <CardLinks cards={cards} /> },
    row(
      t('desk.vehicles'),
      vehicles.map(({ plate, label }) => [plate, label].filter(Boolean).join(' ')),
    ),
  ];
}

function CardLinks({ cards }: Pick<DeskCase, 'cards'>) {
  return cards.map(({ id, uid, label }) => (
    <Link key={id} className={classes.link} to="/cards" search={{ card: id }}>
      {label === '' ? uid : `${uid} (${label})`}
    </Link>
  ));
}
