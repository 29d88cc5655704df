import type { SessionCost } from '#api/session-prices.ts';
import type { SignedValues } from '#api/signed-values.ts';
import type { Format } from '../../lib/format.ts';
import type { Translate } from '../../text/use-text.ts';

type Money = SignedValues['money'];
/** `off` where tariffs are switched off: its energy is settled all the same. `unknown` while nobody knows the price. */
export type PriceState = SessionCost['state'] | 'off' | 'unknown';

/** What the readings of a session are worth: what it was settled by, or what they say while nothing was settled by them. */
export function signedMoneyWords(
  { kind, energyWh }: Money,
  state: PriceState,
  { t, format }: { readonly t: Translate; readonly format: Format },
): string {
  const energy = energyWh === null ? '' : format.meter(energyWh);
  if (kind === 'held' || isSettled(state)) return t(`eichrecht.signed.money.${kind}`, { energy });
  const says = t(`eichrecht.signed.says.${kind}`, { energy });
  if (state === 'held') return `${says} ${t('eichrecht.signed.untilDecided')}`;
  return state === 'waived' || state === 'fixed' ? `${says} ${t('eichrecht.signed.byPerson')}` : says;
}

function isSettled(state: PriceState): boolean {
  // Without a tariff its energy is settled all the same.
  return state === 'off' || state === 'priced' || state === 'no-tariff';
}
