import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconLockOpen, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Connector, Station } from '#api/stations.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useFoundCards } from '../../lib/use-found-cards.ts';
import { useNow } from '../../lib/use-now.ts';
import { useOrder } from '../../lib/use-order.ts';
import { useText } from '../../text/use-text.ts';
import { connectorSentence } from '../../ui/connector-sentence.ts';
import { faultAdvice } from '../../ui/fault-words.ts';
import { Kwh, UidText } from '../../ui/figures.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import classes from './connector-card.module.css';

interface ConnectorCardProps {
  readonly station: Station;
  readonly connector: Connector;
}

/** One connector now: its sentence, who charges and how much, and what can be done. */
export function ConnectorCard({ station, connector }: ConnectorCardProps) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const order = useOrder();
  const { connectorId, session } = connector;
  const closed = connector.mark === 'closed';
  return (
    <li className={classes.card} data-mark={connector.mark}>
      <div className={classes.head}>
        <StatusMark mark={connector.mark} size={24} silent />
        <div className={classes.text}>
          <p className={classes.number}>{t('words.connectorNumber', { number: connectorId })}</p>
          <p className={classes.sentence}>{connectorSentence(station, connector, { t, format, now })}</p>
        </div>
      </div>
      {connector.mark === 'fault' ? (
        <p className={classes.advice}>
          <strong>{t('stations.advice')}:</strong> {faultAdvice(connector.errorCode, t)}
        </p>
      ) : null}
      {session === null ? null : <SessionLine session={session} />}
      <div className={classes.buttons}>
        {session === null ? (
          <StartButton station={station} connectorId={connectorId} />
        ) : station.abilities.remoteStop ? (
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconPlayerStop size={16} aria-hidden />}
            onClick={() => order({ station, order: { kind: 'remote-stop', sessionId: session.id } })}
          >
            {t('commands.stop')}
          </Button>
        ) : (
          <p className={classes.cannot}>{t('behaviour.noRemoteStop')}</p>
        )}
        {station.abilities.unlock ? (
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconLockOpen size={16} aria-hidden />}
            onClick={() => order({ station, order: { kind: 'unlock', connectorId } })}
          >
            {t('commands.unlock')}
          </Button>
        ) : null}
        {station.abilities.changeAvailability ? (
          <Button
            size="compact-md"
            variant="subtle"
            onClick={() =>
              order({ station, order: { kind: 'set-availability', connectorId, inService: closed } })
            }
          >
            {t(closed ? 'commands.backInService' : 'commands.outOfService')}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

function SessionLine({ session }: { readonly session: NonNullable<Connector['session']> }) {
  const { t } = useText();
  const format = useFormat();
  return (
    <p className={classes.session}>
      {session.holder ?? <UidText uid={session.cardUid} />} · <Kwh wh={session.energyWh} />
      {session.stateOfCharge === null
        ? null
        : ` · ${t('stations.stateOfCharge', { percent: format.percent(Math.round(session.stateOfCharge)) })}`}{' '}
      ·{' '}
      <Link to="/sessions/{-$sessionId}" params={{ sessionId: String(session.id) }} search={{}}>
        {t('stations.openSession')}
      </Link>
    </p>
  );
}

interface StartButtonProps {
  readonly station: Station;
  readonly connectorId: number;
}

/** With any card that may charge now, found by holder, label or number. */
function StartButton({ station, connectorId }: StartButtonProps) {
  const { t } = useText();
  const order = useOrder();
  const [opened, setOpened] = useState(false);
  const [query, setQuery] = useState('');
  const usable = useFoundCards(query, opened);
  const start = (cardId?: number) =>
    order({ station, order: { kind: 'remote-start', connectorId, ...(cardId !== undefined && { cardId }) } });
  return (
    <Menu
      position="bottom-start"
      width={280}
      onOpen={() => setOpened(true)}
      onClose={() => {
        setOpened(false);
        setQuery('');
      }}
    >
      <Menu.Target>
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t('commands.start')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => start()}>{t('commands.startWithoutCard')}</Menu.Item>
        {usable.length === 0 && query === '' ? null : (
          <>
            <Menu.Label>{t('commands.startWith')}</Menu.Label>
            <Menu.Search
              aria-label={t('access.search')}
              placeholder={t('access.search')}
              value={query}
              onChange={(event) => setQuery(event.currentTarget.value)}
            />
          </>
        )}
        <div className={classes.cards}>
          {usable.map((card) => (
            <Menu.Item key={card.id} onClick={() => start(card.id)}>
              {card.holder === '' ? card.uid : card.holder}
              {card.label === '' ? null : ` · ${card.label}`}
            </Menu.Item>
          ))}
        </div>
      </Menu.Dropdown>
    </Menu>
  );
}
