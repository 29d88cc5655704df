import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconNfc, IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Card } from '#api/access.ts';
import { apiQuery, cardPages } from '../../lib/api-query.ts';
import { useLetterKeys } from '../../lib/use-letter-keys.ts';
import { useNextPage } from '../../lib/use-next-page.ts';
import { useText } from '../../text/use-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NextPage } from '../../ui/next-page.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { usePanelFocus } from '../../ui/use-panel-focus.ts';
import { AccessSentence } from './access-sentence.tsx';
import { CardPanel } from './card-panel.tsx';
import { CardTable } from './card-table.tsx';
import classes from './cards-page.module.css';
import { HoldPanel } from './hold-panel.tsx';

const PAGE_SIZE = 100;
const PAUSE_MS = 200;

/** Every card, and the easy way to a new one: hold it to a station. */
export function CardsPage() {
  const { t } = useText();
  const navigate = useNavigate();
  const search = useSearch({ from: '/cards' });
  const site = useQuery(apiQuery('getSite', {}));
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), PAUSE_MS);
  const pages = useInfiniteQuery(cardPages({ limit: PAGE_SIZE, ...(asked === '' ? {} : { search: asked }) }));
  // It may be on a page that has not been read.
  const opened = useQuery({
    ...apiQuery('getCard', { params: { cardId: search.card ?? 0 } }),
    enabled: search.card !== undefined,
  });
  const [addingUid, setAddingUid] = useState<string | null>(null);
  const focus = usePanelFocus();

  const items = useMemo(() => pages.data?.pages.flatMap((page) => page.items), [pages.data]);
  const open = items?.find((card) => card.id === search.card) ?? presentCard(opened.data);
  const onEnd = useNextPage(pages);
  const close = () => {
    setAddingUid(null);
    focus.stay();
    void navigate({ to: '/cards', search: {} });
  };
  const add = (uid = '') => {
    setAddingUid(uid);
    focus.stay();
    void navigate({ to: '/cards', search: {} });
  };
  const hold = () => {
    setAddingUid(null);
    void navigate({ to: '/cards', search: { hold: true } });
  };
  const show = (card: Card) => {
    setAddingUid(null);
    // Walking through the rows leaves no steps to go back to.
    void navigate({ to: '/cards', search: { card: card.id }, replace: open !== undefined });
  };
  useLetterKeys({ n: () => add(), h: hold });
  const isEmpty = items?.length === 0 && asked === '';
  return (
    <SplitPage panel={panel()}>
      <PageHeader title={t('access.title')}>
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => add()}>
          {t('access.add')}
        </Button>
        <Button leftSection={<IconNfc size={16} aria-hidden />} onClick={hold}>
          {t('access.hold')}
        </Button>
      </PageHeader>
      <div className={classes.line}>
        <AccessSentence />
        {isEmpty ? null : (
          <TextInput
            className={classes.search ?? ''}
            aria-label={t('access.search')}
            placeholder={t('access.search')}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
      </div>
      <CardTable
        cards={items}
        openId={open?.id}
        error={pages.error}
        onRetry={() => void pages.refetch()}
        onEnd={onEnd}
        hasMore={pages.hasNextPage}
        foot={<NextPage pages={pages} />}
        onSelect={(card) => {
          focus.stay();
          show(card);
        }}
        onOpen={(card) => {
          focus.enter(card.id);
          show(card);
        }}
        empty={
          isEmpty ? (
            <EmptyState
              icon={<IconNfc stroke={1.5} />}
              title={t(`access.empty.${site.data?.access ?? 'known-cards'}`)}
              text={t('access.emptyText')}
            >
              <Button onClick={hold}>{t('access.hold')}</Button>
            </EmptyState>
          ) : (
            <EmptyState icon={<IconSearch stroke={1.5} />} title={t('access.noneMatch')}>
              <Button variant="default" onClick={() => setText('')}>
                {t('words.clearFilters')}
              </Button>
            </EmptyState>
          )
        }
      />
    </SplitPage>
  );

  function panel() {
    if (addingUid !== null)
      return (
        <CardPanel key={`new ${addingUid}`} card={null} uid={addingUid} focusOn={undefined} onClose={close} />
      );
    if (search.hold === true) return <HoldPanel onAdd={add} onClose={close} />;
    if (open === undefined) return null;
    return (
      <CardPanel key={open.id} card={open} uid={open.uid} focusOn={focus.wishFor(open.id)} onClose={close} />
    );
  }
}

/** A card that was removed has no panel. */
function presentCard(card: Card | undefined): Card | undefined {
  return card?.state === 'removed' ? undefined : card;
}
