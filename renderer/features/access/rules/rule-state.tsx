import type { AccessRule } from '#api/access-rules.ts';
import { useText } from '../../../text/use-text.ts';
import classes from '../holder-state.module.css';

/** In force, yet to come, or over. */
export function RuleState({ state }: { readonly state: AccessRule['state'] }) {
  const { t } = useText();
  return (
    <span className={classes.state} data-state={state}>
      {t(`rules.state.${state}`)}
    </span>
  );
}
