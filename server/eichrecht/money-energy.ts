import type { Change } from '#core/changes.ts';
import { type EnergyForMoney, energyForMoney } from '#core/eichrecht/energy-for-money.ts';
import type { SignedVerdict } from '#core/eichrecht/judge-signed.ts';
import { measuredEnergy, type Session, settledEnergy } from '#core/sessions/session.ts';
import type { Application } from '../application.ts';

/** What a session is sold by, and what has to be kept once it is. */
export interface MoneyEnergy {
  readonly energy: EnergyForMoney;
  /** Whether its price may depend on time. */
  readonly mayPriceTime: boolean;
  readonly verdict: SignedVerdict | null;
  /** To be stored with the price. */
  readonly sold: readonly Change[];
}

export async function moneyEnergyOf(_app: Application, session: Session): Promise<MoneyEnergy> {
  const decided = session.decision === null ? null : settledEnergy(session);
  const facts = { measured: measuredEnergy(session), decided, key: null, isPairSold: false };
  const energy = energyForMoney(facts, { eichrecht: false }, { kind: 'unsigned' });
  return { energy, mayPriceTime: true, verdict: null, sold: [] };
}
