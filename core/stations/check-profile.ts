import type { ConnectorId } from '../shared/ids.ts';
import type { ChargingProfile, InstalledProfile, ProfileAbilities } from './charging-profile.ts';
import { isReplacedBy } from './charging-profile.ts';

/** Why a profile is not sent: the field that is wrong, and what is wrong with it. */
export interface ProfileProblem {
  readonly field: 'connectorId' | 'stackLevel' | 'unit' | 'periods' | 'validTo' | 'timing' | 'profileId';
  readonly problem: string;
}

interface ProfileFacts {
  readonly connectorId: ConnectorId;
  readonly profile: ChargingProfile;
  readonly abilities: ProfileAbilities;
  readonly held: readonly InstalledProfile[];
  /** For the session that a remote start begins: there is no transaction yet (errata 3.41). */
  readonly withStart: boolean;
}

/** Checks a profile before a station sees it (OCPP 1.6 §3.13, errata 3.41, 3.53). Null when it can be sent. */
export function profileProblem(facts: ProfileFacts): ProfileProblem | null {
  return placeProblem(facts) ?? scheduleProblem(facts.profile) ?? abilityProblem(facts);
}

function placeProblem({ connectorId, profile, withStart }: ProfileFacts): ProfileProblem | null {
  switch (profile.purpose) {
    case 'ChargePointMaxProfile':
      if (connectorId !== 0)
        return wrong('connectorId', 'a limit of the whole station is set at connector 0');
      return null;
    case 'TxDefaultProfile':
      return null;
    case 'TxProfile':
      if (connectorId === 0) return wrong('connectorId', 'a limit of a session needs its connector');
      if (!withStart && profile.transactionId === null)
        return wrong('connectorId', 'there is no session at this connector');
      return null;
  }
}

function scheduleProblem({ periods, timing, validFrom, validTo }: ChargingProfile): ProfileProblem | null {
  if (validFrom !== null && validTo !== null && validTo <= validFrom)
    return wrong('validTo', 'must be after the beginning of the validity');
  if (periods[0]?.startSeconds !== 0) return wrong('periods', 'the first period must begin at 0 seconds');
  for (const [index, { startSeconds, limit }] of periods.entries()) {
    const before = periods[index - 1];
    if (before !== undefined && startSeconds <= before.startSeconds)
      return wrong('periods', 'each period must begin after the one before');
    if (limit < 0 || Math.abs(limit * 10 - Math.round(limit * 10)) > 1e-6)
      return wrong('periods', 'a limit is 0 or more, with at most one decimal');
    const span = timing.kind !== 'Recurring' ? null : timing.every === 'Daily' ? 86_400 : 604_800;
    if (span !== null && startSeconds >= span)
      return wrong('periods', `a period must begin within the ${span} seconds after which the plan repeats`);
  }
  return null;
}

function abilityProblem({ connectorId, profile, abilities, held }: ProfileFacts): ProfileProblem | null {
  const { maxPeriods, maxStackLevel, maxProfiles, units } = abilities;
  if (maxPeriods !== null && profile.periods.length > maxPeriods)
    return wrong('periods', `the station takes at most ${maxPeriods} (ChargingScheduleMaxPeriods)`);
  if (maxStackLevel !== null && profile.stackLevel > maxStackLevel)
    return wrong('stackLevel', `the station takes at most ${maxStackLevel} (ChargeProfileMaxStackLevel)`);
  if (units !== null && !units.includes(profile.unit))
    return wrong('unit', `the station takes ${units.join(', ')} (ChargingScheduleAllowedChargingRateUnit)`);
  const others = held.filter((one) => !isReplacedBy(one, { connectorId, profile }));
  if (maxProfiles !== null && others.length >= maxProfiles)
    return wrong(
      'profileId',
      `the station holds at most ${maxProfiles} profiles (MaxChargingProfilesInstalled)`,
    );
  return null;
}

function wrong(field: ProfileProblem['field'], problem: string): ProfileProblem {
  return { field, problem };
}
