import { useQuery } from '@tanstack/react-query';
import type { OwnCard } from '#api/own.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { UidText } from '../../ui/figures.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import classes from './own-page.module.css';

/** The cards that one may hold to a station. */
export function OwnCards() {
  const { t } = useText();
  const cards = useQuery(apiQuery('listOwnCards', {}));
  const { data, error } = cards;
  if (data === undefined)
    return error === null ? null : <ProblemNote error={error} onRetry={() => void cards.refetch()} />;
  if (data.items.length === 0) return <p className={classes.quiet}>{t('own.noCards')}</p>;
  return (
    <ul className={classes.list}>
      {data.items.map((card) => (
        <li key={card.id} className={classes.row}>
          <span className={classes.main}>
            <UidText uid={card.uid} />
          </span>
          <span className={classes.quiet}>{card.label}</span>
          <CardWords card={card} />
        </li>
      ))}
    </ul>
  );
}

function CardWords({ card }: { readonly card: OwnCard }) {
  const { t } = useText();
  const format = useFormat();
  if (card.blockedAt !== null) return <span className={classes.problem}>{t('own.blocked')}</span>;
  if (card.expiresAt === null) return <span className={classes.quiet}>{t('own.valid')}</span>;
  return <span className={classes.quiet}>{t('own.until', { day: format.day(card.expiresAt) })}</span>;
}
