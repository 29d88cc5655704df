import type { Request, Response } from '../v16/actions.ts';
import { formatTimestamp } from '../v16/timestamp.ts';
import type { Configuration } from './configuration.ts';
import type { Connector } from './connector.ts';
import {
  type ChargingProfile,
  type InstalledProfile,
  limitAt,
  nextChange,
  type ScheduleQuestion,
  VOLTAGE_V,
} from './schedule-limit.ts';
import type { SimulatedTime } from './time.ts';

/** The charging profiles that lie in a station, and what follows from them (OCPP 1.6 §3.13). */
export interface ChargingProfiles {
  readonly all: readonly InstalledProfile[];
  set(request: Request<'SetChargingProfile'>): Response<'SetChargingProfile'>;
  clear(request: Request<'ClearChargingProfile'>): Response<'ClearChargingProfile'>;
  composite(request: Request<'GetCompositeSchedule'>): Response<'GetCompositeSchedule'>;
  /** A transaction has ended: its own profiles are used up. */
  transactionEnded(connectorId: number): void;
  /** Forgets all, as some stations do when they lose the network. */
  lose(): void;
  limitW(connector: Connector): number;
  /** The next moment at which a limit may be another. */
  nextChange(): number | undefined;
}

export interface ChargingProfilesOptions {
  readonly connectors: readonly Connector[];
  readonly configuration: Configuration;
  readonly time: SimulatedTime;
  /** Limits may be others now. */
  onChange(): void;
}

/** What flows where nothing limits it, for schedules that ask: 32 A on three phases. */
const HARDWARE_LIMIT_W = 32 * 3 * VOLTAGE_V;

export function createChargingProfiles(options: ChargingProfilesOptions): ChargingProfiles {
  const { connectors, configuration, time } = options;
  let installed: readonly InstalledProfile[] = [];

  function keep(next: readonly InstalledProfile[]): void {
    installed = next;
    options.onChange();
  }

  function question(connectorId: number): ScheduleQuestion {
    const startedAt = connectors[connectorId - 1]?.transaction?.startedAt;
    return { profiles: installed, connectorId, startedAt };
  }

  return {
    get all() {
      return installed;
    },

    set({ connectorId, csChargingProfiles: profile }) {
      if (!isUsable(connectorId, profile)) return { status: 'Rejected' };
      const others = installed.filter((one) => !isReplacedBy(one, connectorId, profile));
      if (others.length >= configuration.number('MaxChargingProfilesInstalled'))
        return { status: 'Rejected' };
      keep([...others, { connectorId, profile }]);
      return { status: 'Accepted' };
    },

    clear(wanted) {
      const rest = installed.filter((one) => !isMeant(one, wanted));
      if (rest.length === installed.length) return { status: 'Unknown' };
      keep(rest);
      return { status: 'Accepted' };
    },

    composite({ connectorId, duration, chargingRateUnit = 'A' }) {
      if (connectorId < 0 || connectorId > connectors.length) return { status: 'Rejected' };
      const from = time.now();
      const until = from + duration * 1_000;
      const asked = question(connectorId);
      const periods: { startPeriod: number; limit: number }[] = [];
      for (let at: number | undefined = from; at !== undefined && at < until; at = nextChange(asked, at)) {
        const watts = Math.min(limitAt(asked, at), HARDWARE_LIMIT_W);
        const limit = Math.round((chargingRateUnit === 'W' ? watts : watts / VOLTAGE_V / 3) * 10) / 10;
        if (periods.at(-1)?.limit !== limit)
          periods.push({ startPeriod: Math.round((at - from) / 1_000), limit });
      }
      return {
        status: 'Accepted',
        connectorId,
        scheduleStart: formatTimestamp(from),
        chargingSchedule: { duration, chargingRateUnit, chargingSchedulePeriod: periods },
      };
    },

    transactionEnded(connectorId) {
      const rest = installed.filter(
        (one) => one.connectorId !== connectorId || one.profile.chargingProfilePurpose !== 'TxProfile',
      );
      if (rest.length !== installed.length) keep(rest);
    },

    lose: () => keep([]),
    limitW: ({ id }) => limitAt(question(id), time.now()),

    nextChange() {
      const moments = connectors.map(({ id }) => nextChange(question(id), time.now()));
      return moments.filter((at) => at !== undefined).sort((one, other) => one - other)[0];
    },
  };

  /** §5.16: what a station refuses. */
  function isUsable(connectorId: number, profile: ChargingProfile): boolean {
    const { chargingProfilePurpose: purpose, chargingSchedule: schedule, stackLevel } = profile;
    const connector = connectors[connectorId - 1];
    if (connectorId !== 0 && connector === undefined) return false;
    if (stackLevel < 0 || stackLevel > configuration.number('ChargeProfileMaxStackLevel')) return false;
    if (purpose === 'ChargePointMaxProfile' && connectorId !== 0) return false;
    if (purpose === 'TxProfile' && !isOfRunningTransaction(connector, profile)) return false;
    const { chargingSchedulePeriod: periods } = schedule;
    if (periods[0]?.startPeriod !== 0) return false;
    if (periods.length > configuration.number('ChargingScheduleMaxPeriods')) return false;
    const unit = schedule.chargingRateUnit === 'A' ? /^(?:current|a)$/i : /^(?:power|w)$/i;
    return configuration.list('ChargingScheduleAllowedChargingRateUnit').some((word) => unit.test(word));
  }
}

function isOfRunningTransaction(
  connector: Connector | undefined,
  { transactionId }: ChargingProfile,
): boolean {
  const running = connector?.transaction;
  if (running === undefined) return false;
  return transactionId === undefined || transactionId === running.transactionId;
}

/** §5.16.2: the same id, or the same place in the stack. */
function isReplacedBy(one: InstalledProfile, connectorId: number, profile: ChargingProfile): boolean {
  if (one.profile.chargingProfileId === profile.chargingProfileId) return true;
  return (
    one.connectorId === connectorId &&
    one.profile.stackLevel === profile.stackLevel &&
    one.profile.chargingProfilePurpose === profile.chargingProfilePurpose
  );
}

function isMeant(
  { connectorId, profile }: InstalledProfile,
  wanted: Request<'ClearChargingProfile'>,
): boolean {
  if (wanted.id !== undefined) return profile.chargingProfileId === wanted.id;
  return (
    (wanted.connectorId === undefined || wanted.connectorId === connectorId) &&
    (wanted.chargingProfilePurpose === undefined ||
      wanted.chargingProfilePurpose === profile.chargingProfilePurpose) &&
    (wanted.stackLevel === undefined || wanted.stackLevel === profile.stackLevel)
  );
}
