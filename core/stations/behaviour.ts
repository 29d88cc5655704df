import { isPassportOf, type Passport, type PassportSwitch } from './passport.ts';
import type { Station, StationIdentity } from './station.ts';
import {
  type Behaviour,
  STANDARD_BEHAVIOUR,
  SWITCH_NAMES,
  type SwitchName,
  type SwitchSettings,
  type SwitchValue,
} from './switches.ts';

/** What is set for one station besides what its make is known for. */
export interface OwnBehaviour {
  /** Set by people; stands over everything else. */
  readonly site: SwitchSettings;
  /** What the station has taught us: it refused one way and took another. */
  readonly learnt: SwitchSettings;
}

export const NOTHING_OWN: OwnBehaviour = { site: {}, learnt: {} };

/** What is set for a station, wherever it is kept. */
export function ownBehaviourOf({ behaviour, missingProtocolAllowed }: Station): OwnBehaviour {
  if (!missingProtocolAllowed) return behaviour;
  return { ...behaviour, site: { ...behaviour.site, missingSubprotocol: true } };
}

/** One switch of a station, and on whose word it stands so. */
export interface ResolvedSwitch {
  readonly name: SwitchName;
  readonly value: SwitchValue;
  readonly from: 'standard' | 'passport' | 'learnt' | 'site';
  /** The passport's word on it, also where something else stands over it. */
  readonly passport: (PassportSwitch & { readonly make: string }) | null;
}

/** The more particular word wins: the site's over what was learnt, that over passports, a later passport over an earlier. */
export function behaviourFor(
  identity: StationIdentity,
  own: OwnBehaviour,
  passports: readonly Passport[],
): Behaviour {
  const known = passports.filter((passport) => isPassportOf(passport, identity));
  const fromPassports = Object.fromEntries(
    known.flatMap(({ switches }) => switches.map(({ name, value }) => [name, value])),
  );
  return { ...STANDARD_BEHAVIOUR, ...fromPassports, ...own.learnt, ...own.site };
}

/** The same, switch by switch, for people who want to know why. */
export function resolvedSwitches(
  identity: StationIdentity,
  own: OwnBehaviour,
  passports: readonly Passport[],
): readonly ResolvedSwitch[] {
  const behaviour = behaviourFor(identity, own, passports);
  const words = passports
    .filter((passport) => isPassportOf(passport, identity))
    .flatMap(({ make, switches }) => switches.map((word) => ({ ...word, make })));
  return SWITCH_NAMES.map((name) => {
    const passport = words.findLast((word) => word.name === name) ?? null;
    return { name, value: behaviour[name], from: origin(name, own, passport !== null), passport };
  });
}

function origin(name: SwitchName, own: OwnBehaviour, inPassport: boolean): ResolvedSwitch['from'] {
  if (own.site[name] !== undefined) return 'site';
  if (own.learnt[name] !== undefined) return 'learnt';
  return inPassport ? 'passport' : 'standard';
}
