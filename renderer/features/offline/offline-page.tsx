import { TextInput } from '@mantine/core';
import { IconId, IconPlugConnectedX } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { apiQuery } from '../../lib/api-query.ts';
import { useText } from '../../text/use-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import classes from './offline-page.module.css';
import { OfflineTable } from './offline-table.tsx';

/** What each station does if this computer is off now. */
export function OfflinePage() {
  const { t } = useText();
  const [card, setCard] = useState('');
  const asked = card.trim();
  const board = useQuery({
    ...apiQuery('getOfflineBoard', asked === '' ? {} : { query: { card: asked } }),
    placeholderData: keepPreviousData,
  });
  const items = board.data?.items;
  return (
    <div className={classes.page}>
      <PageHeader title={t('offline.title')}>
        <TextInput
          className={classes.card ?? ''}
          aria-label={t('offline.askCard')}
          placeholder={t('offline.askCard')}
          leftSection={<IconId size={16} aria-hidden />}
          maxLength={40}
          value={card}
          onChange={(event) => setCard(event.currentTarget.value)}
        />
      </PageHeader>
      <p className={classes.intro}>{t('offline.intro')}</p>
      {board.error && items === undefined ? (
        <ProblemNote error={board.error} onRetry={() => void board.refetch()} />
      ) : items === undefined ? (
        <div aria-busy="true" />
      ) : items.length === 0 ? (
        <EmptyState icon={<IconPlugConnectedX stroke={1.5} />} title={t('offline.empty')} />
      ) : (
        <OfflineTable stations={items} withCard={asked !== ''} />
      )}
    </div>
  );
}
