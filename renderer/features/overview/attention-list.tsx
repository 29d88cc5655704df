import { Button } from '@mantine/core';
import {
  IconChecks,
  IconClockExclamation,
  IconKey,
  IconMailQuestion,
  IconNetwork,
  IconReceiptEuro,
  IconShieldExclamation,
  IconZoomQuestion,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Attention } from '#api/overview.ts';
import { useLetterKeys } from '../../lib/use-letter-keys.ts';
import { type Translate, useText } from '../../text/use-text.ts';
import { errorCodeWords } from '../../ui/fault-words.ts';
import { When } from '../../ui/figures.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import classes from './attention-list.module.css';
import { AttentionWhy } from './attention-why.tsx';

/** What a person should look at, worst first. `A` opens the first. */
export function AttentionList({ items }: { readonly items: readonly Attention[] }) {
  const { t } = useText();
  const open = useOpenAttention();
  const [all, setAll] = useState(false);
  const [explained, setExplained] = useState<number | null>(null);
  const first = items[0];
  useLetterKeys({ a: first === undefined ? undefined : () => open(first) });
  if (items.length === 0) {
    return (
      <p className={classes.fine}>
        <IconChecks size={20} stroke={1.75} aria-hidden />
        {t('overview.allFine')}
      </p>
    );
  }
  return (
    <ul className={classes.list}>
      {(all ? items : items.slice(0, SHOWN)).map((item, index) => (
        // Several messages of one station may fit no session: only their place tells them apart.
        // biome-ignore lint/suspicious/noArrayIndexKey: the rest of the key is not always unique
        <li key={`${item.kind} ${placeOf(item)} ${item.sessionId} ${index}`} className={classes.item}>
          {ICONS[item.kind]}
          <div className={classes.text}>
            <strong>{placeOf(item)}</strong>
            <span>{sentenceOf(item, t)}</span>
          </div>
          <span className={classes.since}>
            <When at={item.since} />
          </span>
          <div className={classes.buttons}>
            {item.stationId !== null && EXPLAINED.has(item.kind) ? (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-expanded={explained === index}
                onClick={() => setExplained(explained === index ? null : index)}
              >
                {t('why.ask')}
              </Button>
            ) : null}
            <Button size="compact-sm" variant="default" onClick={() => open(item)}>
              {t(`overview.open.${item.kind}`)}
            </Button>
          </div>
          {explained === index && item.stationId !== null ? (
            <div className={classes.why}>
              <AttentionWhy stationId={item.stationId} connectorId={item.connectorId} />
            </div>
          ) : null}
        </li>
      ))}
      {items.length <= SHOWN || all ? null : (
        <li className={classes.more}>
          <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
            {t('overview.more', { count: items.length - SHOWN })}
          </Button>
        </li>
      )}
    </ul>
  );
}

const SHOWN = 7;
/** Things about a place where a car stands, or would. */
const EXPLAINED: ReadonlySet<Attention['kind']> = new Set(['fault', 'blocking', 'offline', 'clock']);

const ICONS: Readonly<Record<Attention['kind'], ReactNode>> = {
  logbook: <IconShieldExclamation size={20} stroke={1.75} aria-hidden />,
  fault: <StatusMark mark="fault" />,
  blocking: <StatusMark mark="done" />,
  offline: <StatusMark mark="offline" />,
  knock: <StatusMark mark="knocking" />,
  'needs-decision': <IconZoomQuestion size={20} stroke={1.75} aria-hidden />,
  'price-held': <IconReceiptEuro size={20} stroke={1.75} aria-hidden />,
  'meter-key': <IconKey size={20} stroke={1.75} aria-hidden />,
  stray: <IconMailQuestion size={20} stroke={1.75} aria-hidden />,
  clock: <IconClockExclamation size={20} stroke={1.75} aria-hidden />,
  address: <IconNetwork size={20} stroke={1.75} aria-hidden />,
};

/** Who knocks has no name yet, only the one it gives itself. */
function placeOf({ stationName, stationId, connectorId, facts }: Attention): string {
  const name = stationName ?? stationId ?? String(facts.station ?? '');
  return connectorId ? `${name} · ${connectorId}` : name;
}

function sentenceOf(item: Attention, t: Translate): string {
  if (item.kind !== 'fault') return t(`overview.attention.${item.kind}`);
  const code = item.facts.code ?? item.facts.errorCode ?? 'NoError';
  return t('overview.attention.fault', { fault: errorCodeWords(String(code), t) });
}

function useOpenAttention(): (item: Attention) => void {
  const navigate = useNavigate();
  return (item) => {
    if (item.kind === 'logbook') {
      void navigate({ to: '/logbook', search: { level: 'fault' } });
    } else if (item.kind === 'address') {
      void navigate({ to: '/commissioning', search: {} });
    } else if (item.kind === 'stray') {
      void navigate({ to: '/sessions/{-$sessionId}', params: {}, search: { state: 'needs-decision' } });
    } else if (item.sessionId !== null && (item.kind === 'needs-decision' || item.kind === 'price-held')) {
      void navigate({
        to: '/sessions/{-$sessionId}',
        params: { sessionId: String(item.sessionId) },
        search: { state: 'needs-decision' },
      });
    } else if (item.kind === 'knock' || item.stationId === null) {
      void navigate({ to: '/stations/{-$stationId}', params: {}, search: {} });
    } else {
      void navigate({
        to: '/stations/{-$stationId}',
        params: { stationId: item.stationId },
        search: item.kind === 'clock' || item.kind === 'meter-key' ? { tab: 'details' } : {},
      });
    }
  };
}
