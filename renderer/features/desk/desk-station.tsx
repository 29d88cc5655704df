import { Button } from '@mantine/core';
import { IconLockOpen, IconPlayerPlay, IconPlayerStop, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeskCase } from '#api/service-desk.ts';
import type { Station } from '#api/stations.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useOrder } from '../../lib/use-order.ts';
import { useText } from '../../text/use-text.ts';
import { CommandLife } from '../../ui/command-life.tsx';
import { WhyPanel } from '../../ui/why-panel.tsx';
import { CallNote } from './call-note.tsx';
import { CardVerdict } from './card-verdict.tsx';
import classes from './desk-case-panel.module.css';

interface DeskStationProps {
  readonly station: Station;
  readonly asked: DeskCase;
  /** Where the caller was last; null where nobody knows. */
  readonly connectorId: number | null;
}

const LATEST_COMMANDS = 20;

/** May they charge here, why does it not go, what to say, what to do, and the note of it. */
export function DeskStation({ station, asked, connectorId }: DeskStationProps) {
  const { t } = useText();
  const order = useOrder();
  const [openedAt] = useState(() => Date.now());
  const commands = useQuery(
    apiQuery('listCommands', { query: { stationId: station.id, limit: LATEST_COMMANDS } }),
  ).data?.items;
  const done = (commands ?? []).filter(({ queuedAt }) => Date.parse(queuedAt) >= openedAt);
  const only = station.connectors.find(
    (one) => one.connectorId === connectorId || station.connectors.length === 1,
  );
  return (
    <section className={classes.card} aria-label={station.name}>
      <h2>{station.name}</h2>
      {asked.cards.map((card) => (
        <CardVerdict key={card.id} card={card} stationId={station.id} />
      ))}
      <WhyPanel station={station} connectorId={connectorId} />
      <div className={classes.orders}>
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          onClick={() => order({ station, order: { kind: 'reset', type: 'Soft' } })}
        >
          {t('commands.restart')}
        </Button>
        {only === undefined ? null : (
          <>
            <Button
              variant="default"
              disabled={!station.abilities.unlock}
              leftSection={<IconLockOpen size={16} aria-hidden />}
              onClick={() => order({ station, order: { kind: 'unlock', connectorId: only.connectorId } })}
            >
              {t('commands.unlock')}
            </Button>
            {only.session === null ? (
              <Button
                variant="default"
                leftSection={<IconPlayerPlay size={16} aria-hidden />}
                onClick={() =>
                  order({
                    station,
                    order: {
                      kind: 'remote-start',
                      connectorId: only.connectorId,
                      ...(asked.cards[0] && { cardId: asked.cards[0].id }),
                    },
                  })
                }
              >
                {t('commands.kind.remote-start')}
              </Button>
            ) : (
              <Button
                variant="default"
                leftSection={<IconPlayerStop size={16} aria-hidden />}
                onClick={() =>
                  only.session &&
                  order({ station, order: { kind: 'remote-stop', sessionId: only.session.id } })
                }
              >
                {t('commands.kind.remote-stop')}
              </Button>
            )}
          </>
        )}
      </div>
      <p className={classes.keys}>{t('desk.keys')}</p>
      {done.length === 0 ? null : (
        <ul className={classes.lives} aria-label={t('desk.orders')}>
          {done.map((command) => (
            <CommandLife key={command.id} command={command} />
          ))}
        </ul>
      )}
      <CallNote station={station} connectorId={connectorId} asked={asked} done={done} />
    </section>
  );
}
