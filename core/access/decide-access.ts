import type { AccessMode } from '../settings/site.ts';
import type { GroupId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';
import type { AccessRule } from './access-rule.ts';
import type { Card } from './card.ts';
import type { Driver } from './driver.ts';
import type { Group } from './group.ts';
import { holderState } from './holder-state.ts';
import type { Refusal } from './refusal.ts';
import type { Vehicle } from './vehicle.ts';
import { isOpenAt, nextTurn, type WallClock } from './week-windows.ts';

/** Who holds a card, or what car was recognised: everything that a decision looks at. */
export interface AccessFacts {
  readonly access: AccessMode;
  /** When the card was held: a session that is told later is judged by its own time. */
  readonly now: Instant;
  readonly clock: WallClock;
  readonly card: Card | null;
  /** The car that a station recognised by itself (Autocharge), where no card was held. */
  readonly recognised: Vehicle | null;
  /** Those to whom card or car are assigned now, the removed ones too. */
  readonly drivers: readonly Driver[];
  /** The cars to which the card is assigned now. */
  readonly vehicles: readonly Vehicle[];
  readonly groups: ReadonlyMap<GroupId, Group>;
  /** Rules about the station that have not been removed, whether they hold now or not. */
  readonly rules: readonly AccessRule[];
  /** Stations where the card is charging right now, other than where it is being held; one for each session. */
  readonly chargingAt: readonly string[];
}

/** Why somebody was let in. */
export type LetIn =
  /** No rule is about the station now. */
  { readonly kind: 'no-rule' } | { readonly kind: 'rule'; readonly rule: AccessRule };

/** Somebody starts a session with a card that is refused, and knows that it is. */
export interface LetInAnyway {
  readonly kind: 'anyway';
}

/** Somebody has started it from here without a card, whatever the rules say: a charger must be tried before anybody may use it. */
export interface LetInByOrder {
  readonly kind: 'order';
  /** Who gave the order, and answers for it. */
  readonly orderedBy: string;
}

export type CardVerdict =
  | {
      readonly kind: 'accepted';
      readonly card: Card | null;
      readonly by: LetIn | LetInAnyway | LetInByOrder;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly card: Card | null };

/**
 * Whether somebody may charge at a station. A blocked or expired card is refused even when everybody may charge:
 * somebody blocked it on purpose. A card of several drivers may charge as long as one of them may.
 */
export function decideAccess(facts: AccessFacts): CardVerdict {
  const { card } = facts;
  const byRules = refusalOf(facts) ?? decideByRules(facts);
  if (!isLetIn(byRules)) return { kind: 'refused', refusal: byRules, card };
  const elsewhere = chargingElsewhere(facts);
  return elsewhere === null
    ? { kind: 'accepted', card, by: byRules }
    : { kind: 'refused', refusal: elsewhere, card };
}

function isLetIn(outcome: LetIn | Refusal): outcome is LetIn {
  return outcome.kind === 'no-rule' || outcome.kind === 'rule';
}

/** What speaks against the card, the car or the drivers, whatever the station. */
function refusalOf(facts: AccessFacts): Refusal | null {
  const { access, card, recognised, now } = facts;
  if (recognised !== null) {
    if (recognised.blockedAt !== null && recognised.blockedAt <= now)
      return { kind: 'vehicle-blocked', since: recognised.blockedAt };
    return refusalOfDrivers(facts);
  }
  if (card === null || card.removedAt !== null) return access === 'everybody' ? null : { kind: 'unknown' };
  return refusalOfCard(card, now) ?? refusalOfDrivers(facts);
}

function refusalOfCard(card: Card, now: Instant): Refusal | null {
  const { blockedAt, validFrom, expiresAt } = card;
  switch (holderState(card, now)) {
    case 'blocked':
      return { kind: 'blocked', since: blockedAt ?? now };
    case 'not-yet-valid':
      return { kind: 'not-yet-valid', from: validFrom ?? now };
    case 'expired':
      return { kind: 'expired', since: expiresAt ?? now };
    case 'valid':
    case 'removed':
      return null;
  }
}

/** Null as soon as one driver may charge, and where there is none. The first one's reason is told. */
function refusalOfDrivers({ drivers, now }: AccessFacts): Refusal | null {
  const refusals = drivers.map((driver) => refusalOfDriver(driver, now));
  return refusals.includes(null) ? null : (refusals[0] ?? null);
}

function refusalOfDriver(driver: Driver, now: Instant): Refusal | null {
  const { validFrom, expiresAt, blockedAt, removedAt } = driver;
  switch (holderState(driver, now)) {
    case 'valid':
      return null;
    case 'not-yet-valid':
      return { kind: 'driver-not-yet-valid', from: validFrom ?? now, driver };
    case 'expired':
      return { kind: 'driver-expired', since: expiresAt ?? now, driver };
    // A card does not outlive its only driver.
    case 'removed':
    case 'blocked':
      return { kind: 'driver-blocked', since: blockedAt ?? removedAt ?? now, driver };
  }
}

function decideByRules(facts: AccessFacts): LetIn | Refusal {
  const { rules, now, clock } = facts;
  const inForce = rules.filter((rule) => isInForce(rule, now));
  if (inForce.length === 0) return { kind: 'no-rule' };
  const forMe = rulesFor(facts);
  if (forMe.length === 0) return notAllowedHere(facts, inForce);
  const wallTime = clock.at(now);
  const rule = forMe.find(({ windows }) => isOpenAt(windows, wallTime));
  if (rule !== undefined) return { kind: 'rule', rule };
  const windows = forMe.flatMap((one) => one.windows);
  return { kind: 'outside-hours', opensAt: nextTurn(windows, now, { clock, open: true }) };
}

/** Rules in force that let in whoever holds the card, if only at certain hours. */
export function rulesFor(facts: AccessFacts): readonly AccessRule[] {
  const mine = groupsOf(facts);
  return facts.rules.filter((rule) => isInForce(rule, facts.now) && isFor(rule, mine));
}

/** The groups of the card, of its drivers who may charge, and of its cars, as far as they are still there. */
function groupsOf({ card, recognised, drivers, vehicles, groups, now }: AccessFacts): ReadonlySet<GroupId> {
  const holders = [
    ...(card === null || card.removedAt !== null ? [] : [card]),
    ...(recognised === null ? [] : [recognised]),
    ...drivers.filter((driver) => holderState(driver, now) === 'valid'),
    ...vehicles.filter(
      ({ removedAt, blockedAt }) => removedAt === null && (blockedAt === null || now < blockedAt),
    ),
  ];
  const ids = holders.flatMap(({ groupIds }) => groupIds);
  return new Set(ids.filter((id) => groups.get(id)?.removedAt === null));
}

function isFor({ who }: AccessRule, mine: ReadonlySet<GroupId>): boolean {
  return who.kind === 'everybody' || who.groupIds.some((id) => mine.has(id));
}

function notAllowedHere(facts: AccessFacts, inForce: readonly AccessRule[]): Refusal {
  const { rules, groups, now } = facts;
  const mine = groupsOf(facts);
  const names = inForce.flatMap(({ who }) =>
    who.kind === 'everybody' ? [] : who.groupIds.flatMap((id) => groups.get(id)?.name ?? []),
  );
  const closedSince = Math.min(...inForce.map(({ from }) => from ?? Number.NEGATIVE_INFINITY));
  const ended = rules
    .filter((rule) => isFor(rule, mine))
    .flatMap(({ to }) => (to !== null && to <= now ? [to] : []));
  const since = [closedSince, ...ended].reduce((latest, one) => Math.max(latest, one));
  return {
    kind: 'not-allowed-here',
    allowed: [...new Set(names)],
    since: Number.isFinite(since) ? (since as Instant) : null,
  };
}

function chargingElsewhere({ card, chargingAt }: AccessFacts): Refusal | null {
  const [elsewhere] = chargingAt;
  if (card === null || elsewhere === undefined || card.maxConcurrent === null) return null;
  return chargingAt.length >= card.maxConcurrent
    ? { kind: 'charging-elsewhere', stationId: elsewhere }
    : null;
}

/** Whether a rule counts at a moment; at what times of the week is another matter. */
function isInForce({ from, to, removedAt }: AccessRule, at: Instant): boolean {
  return removedAt === null && (from === null || from <= at) && (to === null || at < to);
}
