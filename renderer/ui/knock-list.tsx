import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { apiQuery } from '../lib/api-query.ts';
import { useCall } from '../lib/use-call.ts';
import { useTell } from '../lib/use-tell.ts';
import { useText } from '../text/use-text.ts';
import { KnockCard } from './knock-card.tsx';
import classes from './knock-list.module.css';

/** Whoever knocks more than this must not push the site's own stations off the page. */
const SHOWN = 3;

/** Whoever stands at the door, those who can be adopted first; nothing when nobody does. */
export function KnockList() {
  const { t } = useText();
  const tell = useTell();
  const [open, setOpen] = useState(false);
  const forget = useCall('forgetKnock');
  const knocks = useQuery(apiQuery('listKnocks', {})).data?.items ?? [];
  if (knocks.length === 0) return null;
  const ordered = [...knocks].sort((a, b) => Number(b.adoptable) - Number(a.adoptable));
  const shown = open ? ordered : ordered.slice(0, SHOWN);
  const more = knocks.length - SHOWN;
  const forgetAll = async () => {
    try {
      await Promise.all(knocks.map(({ key }) => forget.mutateAsync({ params: { key } })));
      tell.done(t('stations.knocks.forgottenAll'));
    } catch (error) {
      tell.failed(error instanceof Error ? error : new Error(String(error)));
    }
  };
  return (
    <section className={classes.knocks}>
      <h2 aria-live="polite">{t('stations.knocks.title', { count: knocks.length })}</h2>
      <ul className={classes.list}>
        {shown.map((knock) => (
          <KnockCard key={knock.key} knock={knock} />
        ))}
      </ul>
      {more <= 0 ? null : (
        <div className={classes.rest}>
          <Button size="compact-sm" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t('stations.knocks.fewer') : t('stations.knocks.more', { count: more })}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            loading={forget.isPending}
            onClick={() => void forgetAll()}
          >
            {t('stations.knocks.forgetAll')}
          </Button>
        </div>
      )}
    </section>
  );
}
