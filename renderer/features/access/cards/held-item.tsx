import { Button } from '@mantine/core';
import type { HeldCard } from '#api/access.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useText } from '../../../text/use-text.ts';
import { UidText, uidGroups } from '../../../ui/figures.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import classes from './hold-panel.module.css';
import { useLinkSpelling } from './use-link-spelling.ts';

interface HeldItemProps {
  readonly held: HeldCard;
  readonly onAdd: (uid: string) => void;
  readonly onShow: (cardId: number) => void;
}

/** One swipe: a known card, one that looks like a known card read otherwise, or a new one. */
export function HeldItem({ held, onAdd, onShow }: HeldItemProps) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const { cardId, similar } = held;
  const at = format.sameDay(held.at, now) ? format.timeSeconds(held.at) : format.dateTime(held.at);
  return (
    <li className={classes.held} data-new={cardId === null}>
      <div className={classes.text}>
        <p className={classes.uid}>
          <UidText uid={held.uid} />
        </p>
        <p className={classes.facts}>
          {at} · {held.stationName} · {t(`access.verdict.${held.verdict}`)}
        </p>
      </div>
      {cardId === null ? (
        <Button
          size="compact-md"
          {...(similar !== null && { variant: 'default' })}
          onClick={() => onAdd(held.uid)}
        >
          {t('access.holdAdd')}
        </Button>
      ) : (
        <Button size="compact-md" variant="subtle" onClick={() => onShow(cardId)}>
          {held.holder === null || held.holder === ''
            ? t('access.known')
            : t('access.holdKnown', { holder: held.holder })}
        </Button>
      )}
      {cardId === null && similar !== null ? <Similar uid={held.uid} similar={similar} /> : null}
    </li>
  );
}

interface SimilarProps {
  readonly uid: string;
  readonly similar: NonNullable<HeldCard['similar']>;
}

/** Offered, never done by itself: a guess would hand one person's sessions to another. */
function Similar({ uid, similar }: SimilarProps) {
  const { t } = useText();
  const { link, linkNow } = useLinkSpelling();
  return (
    <div className={classes.similar}>
      <p>
        {t('access.probably', {
          uid: uidGroups(similar.uid).join(' '),
          holder: similar.holder === '' ? t('words.none') : similar.holder,
          spelling: t(`access.spelling.${similar.spelling}`),
        })}
      </p>
      <Button
        size="compact-md"
        loading={link.isPending}
        // Whoever presses has read whose card it may be.
        onClick={() => linkNow({ card: { id: similar.cardId, holder: similar.holder }, uid, anyway: true })}
      >
        {t('access.link')}
      </Button>
      {link.error === null ? null : <ProblemNote error={link.error} />}
    </div>
  );
}
