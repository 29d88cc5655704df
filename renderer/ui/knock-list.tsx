import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../lib/api-query.ts';
import { useText } from '../text/use-text.ts';
import { KnockCard } from './knock-card.tsx';
import classes from './knock-list.module.css';

/** Whoever stands at the door; nothing when nobody does. */
export function KnockList() {
  const { t } = useText();
  const knocks = useQuery(apiQuery('listKnocks', {})).data?.items ?? [];
  if (knocks.length === 0) return null;
  return (
    <section className={classes.knocks}>
      <h2 aria-live="polite">{t('stations.knocks.title', { count: knocks.length })}</h2>
      <ul className={classes.list}>
        {knocks.map((knock) => (
          <KnockCard key={knock.key} knock={knock} />
        ))}
      </ul>
    </section>
  );
}
