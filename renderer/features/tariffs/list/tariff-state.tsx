import type { Tariff } from '#api/tariffs.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useText } from '../../../text/use-text.ts';
import { countsSoon } from './counts-soon.ts';
import classes from './tariff-state.module.css';

/** Whether a tariff counts, will count, or is still being written. */
export function TariffState({
  tariff: { state, scheduled, draft },
}: {
  readonly tariff: Pick<Tariff, 'state' | 'scheduled' | 'draft'>;
}) {
  const { t } = useText();
  const isSoon = countsSoon({ state, from: scheduled?.from }, useNow());
  return (
    <>
      {state === 'in-force' ? null : (
        <span className={classes.badge} data-state={state}>
          {isSoon ? t('tariffs.soon') : t(`tariffs.state.${state}`)}
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
