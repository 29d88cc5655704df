import type { Change } from '#core/changes.ts';
import {
  type EnergyForMoney,
  energyForMoney,
  type MeteringFlags,
  NO_METERING_FLAGS,
  type SoldTime,
  soldTime,
} from '#core/eichrecht/energy-for-money.ts';
import type { SignedVerdict } from '#core/eichrecht/judge-signed.ts';
import { measuredEnergy, type Session, sessionState, settledEnergy } from '#core/sessions/session.ts';
import type { Application } from '../application.ts';
import { type SignedSession, signedSession } from './signed-session.ts';

/** By what a session is sold. */
export interface MoneyEnergy {
  readonly energy: EnergyForMoney;
  /** What time may be sold as well. */
  readonly soldTime: SoldTime;
  /** What was signed; null at a station without the flag, where nobody looks. */
  readonly verdict: SignedVerdict | null;
  /** To be stored together with the price: no other session is sold by these readings. */
  readonly sold: readonly Change[];
}

/**
 * The energy that a session is sold by, by the flags given, else as those of its station are now. Never fails for what a station has sent: that holds
 * the session. At a station without the flag nothing is read. Sessions are to be asked about one after the other, each when what
 * was sold before is stored, or two may be sold by the same readings.
 */
export async function moneyEnergyOf(
  app: Application,
  session: Session,
  flags: MeteringFlags = flagsOf(app, session),
): Promise<MoneyEnergy> {
  return energyBy(app, session, {
    flags,
    signed: flags.eichrecht ? await signedSession(app, session) : null,
  });
}

/** The same from what is signed, where that has been read already. */
export function moneyEnergyFrom(
  app: Application,
  session: Session,
  {
    signed,
    flags = flagsOf(app, session),
  }: { readonly signed: SignedSession; readonly flags: MeteringFlags | undefined },
): Promise<MoneyEnergy> {
  return energyBy(app, session, { flags, signed });
}

async function energyBy(
  app: Application,
  session: Session,
  { flags, signed }: { readonly flags: MeteringFlags; readonly signed: SignedSession | null },
): Promise<MoneyEnergy> {
  const facts = {
    from: session.start.at,
    to: session.end?.at ?? null,
    measured: measuredEnergy(session),
    decided: session.decision === null ? null : settledEnergy(session),
    isOpen: sessionState(session) !== 'ended',
  };
  if (!flags.eichrecht || signed === null) {
    const energy = energyForMoney({ ...facts, key: null, isReadingSold: false }, flags, UNSIGNED);
    return { energy, soldTime: soldTime(flags, UNSIGNED), verdict: null, sold: [] };
  }
  const { verdict, key } = signed;
  const isReadingSold = await isSoldByAnother(app, session, verdict);
  const energy = energyForMoney({ ...facts, key, isReadingSold }, flags, verdict);
  return {
    energy,
    soldTime: soldTime(flags, verdict),
    verdict,
    sold: soldBy(session, energy, verdict),
  };
}

function flagsOf({ desk }: Application, { stationId }: Session): MeteringFlags {
  return desk.live.stations.get(stationId)?.metering ?? NO_METERING_FLAGS;
}

const UNSIGNED: SignedVerdict = { kind: 'unsigned' };

async function isSoldByAnother(
  { store }: Application,
  { id }: Session,
  verdict: SignedVerdict,
): Promise<boolean> {
  if (verdict.kind !== 'verified') return false;
  const sold = await store.reads.soldReadings(verdict.marks);
  return sold.some(({ sessionId }) => sessionId !== id);
}

function soldBy({ id }: Session, energy: EnergyForMoney, verdict: SignedVerdict): readonly Change[] {
  if (energy.kind !== 'signed' || verdict.kind !== 'verified') return [];
  const readings = verdict.marks.map((mark) => ({ mark, sessionId: id }));
  return [{ kind: 'add-sold-readings', readings }];
}
