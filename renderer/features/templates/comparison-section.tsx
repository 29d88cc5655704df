import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Comparison, Template } from '#api/configuration-templates.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { Section } from '../../ui/section.tsx';
import classes from './comparison-section.module.css';
import { DifferenceTable } from './difference-table.tsx';

/** Every station that the template is meant for, what differs there, and the way to send it. */
export function ComparisonSection({ template }: { readonly template: Template }) {
  const { t } = useText();
  const tell = useTell();
  const apply = useCall('applyTemplate');
  const params = { templateId: template.id };
  const comparison = useQuery(apiQuery('compareTemplate', { params, query: {} }));
  const items = comparison.data?.items;
  if (items === undefined) return null;
  const ready = items.filter((item) => item.connected && !item.running && toSend(item) > 0);
  const send = (stationIds: readonly string[]) =>
    apply.mutate(
      { params, body: { stationIds: [...stationIds] } },
      {
        onSuccess: (answer) => {
          const count = answer.items.filter(({ outcome }) => outcome === 'started').length;
          tell.done(t(count === 0 ? 'templates.nothing' : 'templates.started', { count }));
        },
        onError: tell.failed,
      },
    );
  return (
    <Section title={t('templates.stations')}>
      {items.length === 0 ? <p className={classes.quiet}>{t('templates.noStations')}</p> : null}
      {ready.length > 1 ? (
        <Button
          className={classes.all ?? ''}
          loading={apply.isPending}
          onClick={() => send(ready.map(({ stationId }) => stationId))}
        >
          {t('templates.applyAll', { count: ready.length })}
        </Button>
      ) : null}
      <ul className={classes.list}>
        {items.map((item) => (
          <li key={item.stationId}>
            <StationComparison item={item} onSend={() => send([item.stationId])} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface StationComparisonProps {
  readonly item: Comparison;
  readonly onSend: () => void;
}

function StationComparison({ item, onSend }: StationComparisonProps) {
  const { t } = useText();
  const count = item.differences.filter(({ state }) => state !== 'same').length;
  const [isOpen, setOpen] = useState(count > 0 && item.readAt !== null);
  return (
    <div className={classes.station}>
      <button type="button" className={classes.head} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span className={classes.name}>{item.stationName}</span>
        <span className={count > 0 ? classes.differs : classes.quiet}>{stateWords()}</span>
      </button>
      {isOpen ? <DifferenceTable differences={item.differences} label={item.stationName} /> : null}
      {isOpen && item.connected && toSend(item) > 0 ? (
        <Button
          className={classes.all ?? ''}
          size="compact-md"
          variant="default"
          loading={item.running}
          onClick={onSend}
        >
          {t('templates.apply', { station: item.stationName })}
        </Button>
      ) : null}
    </div>
  );

  function stateWords(): string {
    if (item.running) return t('templates.running');
    const words = count === 0 ? t('templates.inLine') : t('templates.differs', { count });
    const known = item.readAt === null ? t('templates.notRead') : words;
    return item.connected ? known : `${known}, ${t('templates.away')}`;
  }
}

/** Keys that it makes sense to send: what is read-only or unknown there would be refused. */
function toSend({ differences }: Comparison): number {
  return differences.filter(({ state }) => state === 'different' || state === 'not-read').length;
}
