import type { ClockTariff } from '#api/clock-tariffs.ts';
import { useText } from '../../../text/use-text.ts';

/** Which tariffs cannot be sold at a station whose clock stays out of prices, what follows, and what can be done. */
export function ClockWarning({ tariffs }: { readonly tariffs: readonly ClockTariff[] }) {
  const { t } = useText();
  const names = tariffs.map(({ name }) => name).filter(Boolean);
  return (
    <p>
      {t('eichrecht.clock.count', { count: tariffs.length })}
      {names.length === 0 ? '. ' : ': '}
      {names.length === 0 ? null : <strong>{`${names.join(', ')}. `}</strong>}
      {t('eichrecht.clock.remedy')}
    </p>
  );
}
