import { IconSteeringWheel } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../../lib/api-query.ts';
import { useText } from '../../text/use-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import { OwnCards } from './own-cards.tsx';
import classes from './own-page.module.css';
import { OwnSessions } from './own-sessions.tsx';

/** The own cards and sessions of somebody who drives. */
export function OwnPage() {
  const { t } = useText();
  const own = useQuery(apiQuery('getOwn', {}));
  const { data, error } = own;
  return (
    <div className={classes.page}>
      <PageHeader title={t('own.title')} />
      {error !== null && data === undefined ? (
        <ProblemNote error={error} onRetry={() => void own.refetch()} />
      ) : null}
      {data === undefined ? null : data.driver === null ? (
        <Section title={t('own.cards')} card>
          <EmptyState
            icon={<IconSteeringWheel stroke={1.5} />}
            title={t('own.noDriver')}
            text={t('own.noDriverText')}
          />
        </Section>
      ) : (
        <>
          <Section title={t('own.cards')} card>
            <OwnCards />
          </Section>
          <Section title={t('own.sessions')} card>
            <OwnSessions />
          </Section>
        </>
      )}
    </div>
  );
}
