import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { DeskSearch } from '../../lib/page-search.ts';
import { useDeskHits } from '../../lib/use-desk-hits.ts';
import { useText } from '../../text/use-text.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { DeskCasePanel } from './desk-case-panel.tsx';
import { DeskHits } from './desk-hits.tsx';
import classes from './desk-page.module.css';

/** One page for whoever answers the telephone: who calls, what is wrong, what to say, and what can be done from here. */
export function DeskPage() {
  const { t } = useText();
  const navigate = useNavigate();
  const search = useSearch({ from: '/desk' });
  const go = (next: DeskSearch) => void navigate({ to: '/desk', search: next, replace: true });
  const hits = useDeskHits(search.q ?? '');
  const { items, search: text } = hits;
  return (
    <div className={classes.page}>
      <PageHeader title={t('desk.title')} />
      <TextInput
        size="md"
        aria-label={t('desk.search')}
        placeholder={t('desk.search')}
        leftSection={<IconSearch size={18} stroke={1.75} aria-hidden />}
        value={search.q ?? ''}
        autoFocus={search.of === undefined}
        onChange={(event) => {
          const q = event.currentTarget.value;
          go(q === '' ? {} : { q });
        }}
        onKeyDown={(event) => {
          const [first] = items;
          if (event.key !== 'Enter' || first === undefined) return;
          event.preventDefault();
          event.currentTarget.blur();
          go({ ...search, of: first.kind, id: first.id });
        }}
      />
      {hits.error && text !== '' ? (
        <ProblemNote error={hits.error} onRetry={() => void hits.refetch()} />
      ) : null}
      {search.of === undefined && text === '' ? <p className={classes.hint}>{t('desk.hint')}</p> : null}
      {text !== '' && hits.data !== undefined && items.length === 0 ? (
        <p className={classes.hint}>{t('desk.nothing')}</p>
      ) : null}
      <div className={classes.columns}>
        {items.length === 0 ? null : (
          <DeskHits
            items={items}
            chosen={search}
            onChoose={({ kind, id }) => go({ q: text, of: kind, id })}
          />
        )}
        {search.of === undefined || search.id === undefined ? null : (
          <DeskCasePanel
            key={`${search.of} ${search.id}`}
            of={search.of}
            id={search.id}
            stationId={search.station ?? null}
            onStation={(station) => go({ ...search, station })}
          />
        )}
      </div>
    </div>
  );
}
