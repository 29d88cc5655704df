import type { Session } from '#api/sessions.ts';
import { useText } from '../text/use-text.ts';
import classes from './session-state.module.css';

/** How far a session is, as a small badge; only what wants somebody has colour. */
export function SessionState({ state }: { readonly state: Session['state'] }) {
  const { t } = useText();
  return (
    <span className={classes.badge} data-state={state}>
      {t(`sessions.state.${state}`)}
    </span>
  );
}
