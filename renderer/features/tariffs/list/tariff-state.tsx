import type { Tariff } from '#api/tariffs.ts';
import { useText } from '../../../text/use-text.ts';
import classes from './tariff-state.module.css';

/** Whether a tariff counts, will count, or is still being written. */
export function TariffState({
  tariff: { state, draft },
}: {
  readonly tariff: Pick<Tariff, 'state' | 'draft'>;
}) {
  const { t } = useText();
  return (
    <>
      {state === 'in-force' ? null : (
        <span className={classes.badge} data-state={state}>
          {t(`tariffs.state.${state}`)}
        </span>
      )}
      {draft !== null && state !== 'draft' ? (
        <span className={classes.badge} data-state="draft">
          {t('tariffs.state.draft')}
        </span>
      ) : null}
    </>
  );
}
