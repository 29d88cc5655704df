import type { Card } from '#api/access.ts';
import { useText } from '../../text/use-text.ts';
import classes from './card-state.module.css';

/** Whether it may charge as far as it goes by itself. */
export function CardState({ card }: { readonly card: Card }) {
  const { t } = useText();
  const { state } = card;
  return (
    <span className={classes.state} data-state={state}>
      {t(`access.state.${state}`)}
    </span>
  );
}
