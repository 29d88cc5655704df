import type { Request } from '../v16/actions.ts';

export type ChargingProfile = Request<'SetChargingProfile'>['csChargingProfiles'];

/** A profile as it lies in the station. */
export interface InstalledProfile {
  /** 0 for the whole station. */
  readonly connectorId: number;
  readonly profile: ChargingProfile;
}

/** What is asked of the profiles: what holds at a connector at a moment. */
export interface ScheduleQuestion {
  readonly profiles: readonly InstalledProfile[];
  readonly connectorId: number;
  /** When the running transaction began, in ms; undefined without one. */
  readonly startedAt: number | undefined;
}

/** Mains voltage of the simulated site, by which amperes per phase become watts. */
export const VOLTAGE_V = 230;

/** The most power that may flow at this moment, in W; Infinity where nothing limits it. */
export function limitAt(question: ScheduleQuestion, at: number): number {
  const station = strongest(question, 'ChargePointMaxProfile', at);
  const own = strongest(question, 'TxProfile', at) ?? strongest(question, 'TxDefaultProfile', at);
  return Math.min(station ?? Number.POSITIVE_INFINITY, own ?? Number.POSITIVE_INFINITY);
}

/** The next moment after this one at which the limit may be another; undefined if never. */
export function nextChange(question: ScheduleQuestion, after: number): number | undefined {
  const moments = question.profiles.flatMap((installed) => momentsOf(installed, question, after));
  return moments.filter((at) => at > after).sort((one, other) => one - other)[0];
}

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;
const PERIOD_MS = { Daily: DAY_MS, Weekly: 7 * DAY_MS } as const;

/** §3.13.2: of one purpose the profile with the highest stack level that is valid leads. */
function strongest(
  { profiles, connectorId, startedAt }: ScheduleQuestion,
  purpose: ChargingProfile['chargingProfilePurpose'],
  at: number,
): number | undefined {
  let leading: { readonly stackLevel: number; readonly limitW: number; readonly own: boolean } | undefined;
  for (const installed of profiles) {
    const { profile } = installed;
    if (profile.chargingProfilePurpose !== purpose) continue;
    const own = installed.connectorId === connectorId;
    if (!own && installed.connectorId !== 0) continue;
    if (purpose === 'TxProfile' && startedAt === undefined) continue;
    const limitW = limitOf(profile, startedAt, at);
    if (limitW === undefined) continue;
    const { stackLevel } = profile;
    // A profile of the connector itself overrules one of the same level for all connectors.
    const leads =
      leading === undefined ||
      stackLevel > leading.stackLevel ||
      (stackLevel === leading.stackLevel && own && !leading.own);
    if (leads) leading = { stackLevel, limitW, own };
  }
  return leading?.limitW;
}

function limitOf(profile: ChargingProfile, startedAt: number | undefined, at: number): number | undefined {
  if (at < msOr(profile.validFrom, Number.NEGATIVE_INFINITY)) return undefined;
  if (at >= msOr(profile.validTo, Number.POSITIVE_INFINITY)) return undefined;
  const { chargingSchedule: schedule } = profile;
  const start = startOf(profile, startedAt, at);
  const offset = (at - start) / SECOND_MS;
  if (offset < 0 || offset >= (schedule.duration ?? Number.POSITIVE_INFINITY)) return undefined;
  const period = schedule.chargingSchedulePeriod.findLast(({ startPeriod }) => startPeriod <= offset);
  if (period === undefined) return undefined;
  return schedule.chargingRateUnit === 'W'
    ? period.limit
    : period.limit * VOLTAGE_V * (period.numberPhases ?? 3);
}

/** The moment from which the seconds of the schedule count. */
function startOf(profile: ChargingProfile, startedAt: number | undefined, at: number): number {
  const { startSchedule } = profile.chargingSchedule;
  if (profile.chargingProfileKind === 'Relative' || startSchedule === undefined)
    return startedAt ?? msOr(startSchedule, at);
  const first = Date.parse(startSchedule);
  if (profile.chargingProfileKind === 'Absolute') return first;
  const everyMs = PERIOD_MS[profile.recurrencyKind ?? 'Daily'];
  return first + Math.floor((at - first) / everyMs) * everyMs;
}

function momentsOf(
  { profile }: InstalledProfile,
  { startedAt }: ScheduleQuestion,
  after: number,
): readonly number[] {
  const { chargingSchedule: schedule, chargingProfileKind: kind } = profile;
  const start = startOf(profile, startedAt, after);
  const starts =
    kind === 'Recurring' ? [start, start + PERIOD_MS[profile.recurrencyKind ?? 'Daily']] : [start];
  const offsets = [0, ...schedule.chargingSchedulePeriod.map(({ startPeriod }) => startPeriod)];
  if (schedule.duration !== undefined) offsets.push(schedule.duration);
  return [
    ...starts.flatMap((from) => offsets.map((offset) => from + offset * SECOND_MS)),
    msOr(profile.validFrom, Number.NEGATIVE_INFINITY),
    msOr(profile.validTo, Number.NEGATIVE_INFINITY),
  ];
}

function msOr(text: string | undefined, otherwise: number): number {
  return text === undefined ? otherwise : Date.parse(text);
}
