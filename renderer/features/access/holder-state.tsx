import type { HolderState as State } from '#api/access-lists.ts';
import { useText } from '../../text/use-text.ts';
import classes from './holder-state.module.css';

/** Whether a driver, vehicle or card may charge as far as it goes by itself. */
export function HolderState({ state }: { readonly state: State }) {
  const { t } = useText();
  return (
    <span className={classes.state} data-state={state}>
      {t(`access.state.${state}`)}
    </span>
  );
}
