import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../../lib/api-query.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useLetterKeys } from '../../lib/use-letter-keys.ts';
import { useText } from '../../text/use-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { SessionState } from '../../ui/session-state.tsx';
import { DetailPanel } from '../../ui/split-page.tsx';
import type { FocusWish } from '../../ui/use-panel-focus.ts';
import { DecisionForm } from './decision-form.tsx';
import { DecisionNote } from './decision-note.tsx';
import { DoubtList } from './doubt-list.tsx';
import { SessionPrice } from './price/session-price.tsx';
import { SessionCurve } from './session-curve.tsx';
import { SessionFacts } from './session-facts.tsx';
import { SessionHeadline } from './session-headline.tsx';
import classes from './session-panel.module.css';
import { SignedSection } from './signed-section.tsx';

interface SessionPanelProps {
  readonly sessionId: number;
  readonly neighbours: { readonly previous: number | undefined; readonly next: number | undefined };
  readonly focusOn: FocusWish | undefined;
  readonly onOpen: (sessionId: number) => void;
  readonly onClose: () => void;
}

/** One session: how much, who, where, how it ended, and what is wrong with it, if anything. */
export function SessionPanel({ sessionId, neighbours, focusOn, onOpen, onClose }: SessionPanelProps) {
  const { t } = useText();
  const format = useFormat();
  const session = useQuery(apiQuery('getSession', { params: { sessionId } }));
  const { previous, next } = neighbours;
  const goPrevious = previous === undefined ? undefined : () => onOpen(previous);
  const goNext = next === undefined ? undefined : () => onOpen(next);
  useLetterKeys({ '[': goPrevious, ']': goNext, k: goPrevious, j: goNext });
  const { data } = session;
  return (
    <DetailPanel
      label={t('sessions.number', { id: sessionId })}
      title={data?.holder ?? t('sessions.number', { id: sessionId })}
      under={
        data === undefined ? null : (
          <span className={classes.under}>
            {data.stationName} · {data.connectorId} · {format.dateTime(data.startedAt)}{' '}
            <SessionState state={data.state} />
          </span>
        )
      }
      actions={
        <>
          <ActionIcon
            variant="subtle"
            aria-label={t('sessions.previous')}
            title={`${t('sessions.previous')} ( [ K )`}
            disabled={goPrevious === undefined}
            onClick={goPrevious}
          >
            <IconChevronUp size={18} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            aria-label={t('sessions.following')}
            title={`${t('sessions.following')} ( ] J )`}
            disabled={goNext === undefined}
            onClick={goNext}
          >
            <IconChevronDown size={18} />
          </ActionIcon>
        </>
      }
      onClose={onClose}
      focusOn={focusOn}
    >
      {session.error && data === undefined ? (
        <ProblemNote error={session.error} onRetry={() => void session.refetch()} />
      ) : null}
      {data === undefined ? null : (
        <>
          <SessionHeadline session={data} />
          <DoubtList session={data} />
          {data.state === 'needs-decision' ? <DecisionForm session={data} /> : null}
          {data.decision === null ? null : <DecisionNote decision={data.decision} />}
          <SessionPrice session={data} />
          <SessionCurve session={data} />
          <SignedSection sessionId={sessionId} />
          <SessionFacts session={data} />
        </>
      )}
    </DetailPanel>
  );
}
