import type { Card } from '#api/access.ts';
import { cardState } from '../../lib/cards.ts';
import { useNow } from '../../lib/use-now.ts';
import { useText } from '../../text/use-text.ts';
import classes from './card-state.module.css';

/** Valid, blocked or expired. */
export function CardState({ card }: { readonly card: Card }) {
  const { t } = useText();
  const now = useNow();
  const state = cardState(card, now);
  return (
    <span className={classes.state} data-state={state}>
      {t(`access.state.${state}`)}
    </span>
  );
}
