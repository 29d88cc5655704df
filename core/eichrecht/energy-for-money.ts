import { type Instant, MINUTE, type WattHours } from '../shared/units.ts';
import type { SignedReading } from './judge-pair.ts';
import type { SignedVerdict } from './judge-signed.ts';
import type { KeySighting } from './pinned-key.ts';

/** What a person has set for a station, as its certificate of type examination says. */
export interface MeteringFlags {
  /** Energy is sold under the German law on measuring: only signed readings are money. */
  readonly eichrecht: boolean;
  /** The certificate lets its clock be used for prices. Most forbid it. */
  readonly timeTariffsAllowed: boolean;
}

/** A station of which nobody has said anything. */
export const NO_METERING_FLAGS: MeteringFlags = { eichrecht: false, timeTariffsAllowed: false };

export interface MeasuredSession {
  /** When it started and stopped, as its station said; no stop while it runs. */
  readonly from: Instant;
  readonly to: Instant | null;
  /** By the registers of start and stop; null where they make no sense together. */
  readonly measured: WattHours | null;
  /** What a person decided; null where nobody had to. */
  readonly decided: WattHours | null;
  /** It runs, or it looks wrong and nobody has decided yet (ADR 5): whatever was signed, it waits. */
  readonly isOpen: boolean;
  /** What the key that came with the records was, against the pinned one; null where none came. */
  readonly key: KeySighting['kind'] | null;
  /** Another session has been sold by one of its two readings (`marks`): the station has sent an old one. */
  readonly isReadingSold: boolean;
}

/** Why a session is not sold by kWh until a person has looked. */
export type HeldReason =
  /** It runs, is in doubt, or its registers make no sense together. */
  | 'no-energy'
  | 'unsigned'
  | 'wrong-signature'
  | 'unverifiable'
  | 'faulty'
  | 'key-changed'
  | 'key-not-pinned'
  | 'pair-sold-before'
  /** The meter signed at other times than its station says that the session started and stopped. */
  | 'times-differ'
  /** The signed energy and that of start and stop differ by more than 1 % and more than 100 Wh. */
  | 'registers-differ';

export type EnergyForMoney =
  | {
      readonly kind: 'signed';
      readonly energy: WattHours;
      readonly begin: SignedReading;
      readonly end: SignedReading;
    }
  | { readonly kind: 'measured'; readonly energy: WattHours }
  | { readonly kind: 'decided'; readonly energy: WattHours }
  | { readonly kind: 'held'; readonly reason: HeldReason };

/** What may differ without a question: registers of OCPP are whole Wh and may be of another meter inside the station. */
const SLACK_WH = 100;
const SLACK_SHARE = 0.01;
/** Two clocks that are both right, and a start or stop that waited for a car or a cable, lie no further apart. */
const SLACK_TIME = 15 * MINUTE;

/**
 * The energy a session is sold by. At a station that is flagged it comes from a verified pair of readings, or from nobody but
 * a person (§ 33 MessEG): what was measured otherwise never stands in for it by itself.
 */
export function energyForMoney(
  session: MeasuredSession,
  { eichrecht }: Pick<MeteringFlags, 'eichrecht'>,
  verdict: SignedVerdict,
): EnergyForMoney {
  if (session.decided !== null) return { kind: 'decided', energy: session.decided };
  if (session.isOpen) return held('no-energy');
  if (!eichrecht)
    return session.measured === null ? held('no-energy') : { kind: 'measured', energy: session.measured };
  if (session.key === 'changed') return held('key-changed');
  if (session.key === 'unpinned') return held('key-not-pinned');
  if (verdict.kind !== 'verified')
    return held(
      verdict.kind === 'unverifiable' && verdict.why === 'no-key' ? 'key-not-pinned' : verdict.kind,
    );
  if (session.isReadingSold) return held('pair-sold-before');
  const { energy, begin, end } = verdict;
  if (isOfOtherTimes(session, verdict)) return held('times-differ');
  if (session.measured !== null && isFarFrom(energy, session.measured)) return held('registers-differ');
  return { kind: 'signed', energy, begin, end };
}

/** What the clock of a session lets be sold: how long something took, or also by the hour and the day at which it was. */
export type SoldTime = 'nothing' | 'duration' | 'hours';

/** What time may be sold: what the certificate allows, and the meter vouches for of its clock (OCMF, table 19). */
export function soldTime(flags: MeteringFlags, verdict: SignedVerdict): SoldTime {
  if (!flags.eichrecht) return 'hours';
  if (forbidsTime(flags) || verdict.kind !== 'verified') return 'nothing';
  switch (verdict.clock) {
    case 'synchronised':
      return 'hours';
    case 'relative':
      return 'duration';
    case 'informative':
    case 'unusable':
      return 'nothing';
  }
}

/** Whether no reading, however it is signed, will let time be sold: known while a session still runs. */
export function forbidsTime({ eichrecht, timeTariffsAllowed }: MeteringFlags): boolean {
  return eichrecht && !timeTariffsAllowed;
}

function held(reason: HeldReason): EnergyForMoney {
  return { kind: 'held', reason };
}

/** Only a meter whose clock is right says when it was: an old pair that nobody has sold yet would else do for any session. */
function isOfOtherTimes({ from, to }: MeasuredSession, { clock, begin, end }: VerifiedPair): boolean {
  return clock === 'synchronised' && (isLongBetween(begin.time.at, from) || isLongBetween(end.time.at, to));
}

type VerifiedPair = SignedVerdict & { readonly kind: 'verified' };

function isLongBetween(signed: Instant | null, said: Instant | null): boolean {
  return signed === null || said === null || Math.abs(signed - said) > SLACK_TIME;
}

function isFarFrom(signed: WattHours, measured: WattHours): boolean {
  const difference = Math.abs(signed - measured);
  return difference > SLACK_WH && difference > signed * SLACK_SHARE;
}
