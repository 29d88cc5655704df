import type { Instant } from '../shared/units.ts';
import type { MilliwattHours } from './amounts.ts';
import { chooseComponent } from './choose-component.ts';
import type { CompiledComponent, CompiledTariff } from './compile-tariff.ts';
import { cutSession, type Slice } from './cut-session.ts';
import { type Implausible, LONGEST_GUESS } from './implausible.ts';
import { LANE, LANES, type Lane } from './lane.ts';
import type { SessionFacts, UsagePeriod } from './session-facts.ts';
import type { WallDays } from './wall-days.ts';

/** How much of what a session used falls to which component. */
export interface Walk {
  readonly kind: 'walked';
  /** The components that counted, in the order in which they first did. */
  readonly usages: readonly Usage[];
  /** By lane, the one of them that counted last. */
  readonly last: readonly (Usage | null)[];
  /** What the contract made free. */
  readonly freeEnergy: MilliwattHours;
  /** Idle time that a blocking fee looks at, its grace not yet taken off, in ms. */
  readonly idle: number;
  readonly idleParts: readonly SessionPart[];
  /** Idle time in quiet hours, and before a grace from the start of the session was over, in ms. */
  readonly quiet: number;
  readonly early: number;
}

export interface Usage {
  readonly component: CompiledComponent;
  /** In mWh or ms; 1 for a flat fee. */
  readonly quantity: number;
  /** The stretches in which it counted. */
  readonly parts: readonly SessionPart[];
}

/** A stretch in which one component counted. */
export interface SessionPart {
  readonly from: Instant;
  readonly to: Instant;
  /** In mWh or ms; 1 for a flat fee. */
  readonly quantity: number;
  /** What the session had used at both ends, in mWh: the readings that prove it. */
  readonly energyFrom: number;
  readonly energyTo: number;
  /** No reading lies there: what was used is shared out evenly between those around it. */
  readonly isGuessedFrom: boolean;
  readonly isGuessedTo: boolean;
  /** The session does not say what the element asks for, such as the current; it is taken to fit. */
  readonly isAssumed: boolean;
}

interface Tally {
  readonly tariff: CompiledTariff;
  readonly usages: GrowingUsage[];
  readonly last: (GrowingUsage | null)[];
  readonly idleParts: Growing<SessionPart>[];
  readonly longestGuess: number;
  freeLeft: number;
  idle: number;
  quiet: number;
  early: number;
  gap: { readonly from: Instant; readonly to: Instant } | null;
  /** Of the slice before: the reading before it, and what its energy was paid by. */
  readingBefore: Instant | null;
  usageBefore: GrowingUsage | null;
}

type Growing<T> = { -readonly [Key in keyof T]: T[Key] };

interface GrowingUsage extends Usage {
  quantity: number;
  readonly parts: Growing<SessionPart>[];
}

/** Adds up what was used of each component, from slice to slice. */
export function walkSession(
  facts: SessionFacts,
  tariff: CompiledTariff,
  days: WallDays,
): Walk | (Implausible & { readonly kind: 'gap' }) {
  const free = facts.contract?.freeEnergy ?? 0;
  const tally: Tally = {
    tariff,
    usages: [],
    last: LANES.map(() => null),
    idleParts: [],
    longestGuess: facts.longestGuess ?? LONGEST_GUESS,
    freeLeft: free,
    idle: 0,
    quiet: 0,
    early: 0,
    gap: null,
    readingBefore: null,
    usageBefore: null,
  };
  cutSession(facts, { tariff, days }, (slice) =>
    slice.isReservation ? payReservation(tally, slice, facts.expired) : paySession(tally, slice),
  );
  const { usages, last, idle, idleParts, quiet, early, gap } = tally;
  if (gap !== null) return { kind: 'gap', from: gap.from, to: gap.to };
  const freeEnergy = (free - tally.freeLeft) as MilliwattHours;
  return { kind: 'walked', usages, last, freeEnergy, idle, idleParts, quiet, early };
}

function payReservation(tally: Tally, slice: Slice, expired: boolean): void {
  pay(tally, slice, { lane: expired ? LANE.expiredFlat : LANE.reservedFlat, quantity: 1 });
  pay(tally, slice, { lane: expired ? LANE.expiredTime : LANE.reservedTime, quantity: slice.reserved });
}

function paySession(tally: Tally, slice: Slice): void {
  pay(tally, slice, { lane: LANE.flat, quantity: 1 });
  payEnergy(tally, slice);
  if (slice.charging > 0) pay(tally, slice, { lane: LANE.time, quantity: slice.charging });
  if (slice.idle > 0) {
    pay(tally, slice, { lane: LANE.parking, quantity: slice.idle });
    countIdle(tally, slice);
  }
}

function payEnergy(tally: Tally, slice: Slice): void {
  const quantity = slice.energyTo - slice.energyFrom;
  if (quantity === 0) return;
  const usage = pay(tally, slice, { lane: LANE.energy, quantity });
  const { readings } = slice.period;
  const isFar = readings !== null && readings.to - readings.from > tally.longestGuess;
  const isSameStretch = readings !== null && tally.readingBefore === readings.from;
  if (isFar && isSameStretch && tally.usageBefore !== usage) tally.gap ??= readings;
  tally.readingBefore = readings?.from ?? null;
  tally.usageBefore = usage;
}

function countIdle(tally: Tally, slice: Slice): void {
  const { blocking } = tally.tariff.tariff;
  if (blocking === null) return;
  if (slice.table.quiet[slice.stretch] === 1) {
    tally.quiet += slice.idle;
    return;
  }
  if (blocking.grace.of === 'session' && slice.elapsed < blocking.grace.ms) {
    tally.early += slice.idle;
    return;
  }
  tally.idle += slice.idle;
  addPart(tally.idleParts, slice, { quantity: slice.idle, isAssumed: false });
}

/** By what it is paid; null where it is free. */
function pay(
  tally: Tally,
  slice: Slice,
  { lane, quantity }: { readonly lane: Lane; readonly quantity: number },
): GrowingUsage | null {
  if (!tally.tariff.hasLane[lane]) return null;
  // A flat fee is paid once, by the first of its components whose restrictions hold at some moment.
  if (FLAT_LANES.includes(lane) && tally.last[lane] !== null) return null;
  const { id, isAssumed } = chooseComponent(tally.tariff, slice, lane);
  const component = tally.tariff.components[id];
  if (component === undefined) return null;
  const usage = usageOf(tally, component);
  tally.last[lane] = usage;
  const paid = lane === LANE.energy ? quantity - takeFree(tally, component, quantity) : quantity;
  usage.quantity += paid;
  addPart(usage.parts, slice, { quantity: paid, isAssumed });
  return usage;
}

const FLAT_LANES: readonly Lane[] = [LANE.flat, LANE.reservedFlat, LANE.expiredFlat];

/** Mostly the one that counted before. */
function usageOf({ usages, last }: Tally, component: CompiledComponent): GrowingUsage {
  const before = last[component.lane];
  if (before?.component === component) return before;
  const known = usages.find((usage) => usage.component === component);
  if (known !== undefined) return known;
  const made: GrowingUsage = { component, quantity: 0, parts: [] };
  usages.push(made);
  return made;
}

/** Only energy that costs something uses up what is free. */
function takeFree(tally: Tally, { component }: CompiledComponent, quantity: number): number {
  if (tally.freeLeft === 0 || component.price === 0) return 0;
  const taken = Math.min(tally.freeLeft, quantity);
  tally.freeLeft -= taken;
  return taken;
}

/** Stretches that follow each other are one. */
function addPart(
  parts: Growing<SessionPart>[],
  slice: Slice,
  { quantity, isAssumed }: { readonly quantity: number; readonly isAssumed: boolean },
): void {
  const { from, to, period, energyFrom, energyTo } = slice;
  const last = parts[parts.length - 1];
  const isGuessedTo = !isRead(period, to);
  if (last !== undefined && last.to === from && last.isAssumed === isAssumed) {
    last.to = to;
    last.quantity += quantity;
    last.energyTo = energyTo;
    last.isGuessedTo = isGuessedTo;
    return;
  }
  const isGuessedFrom = !isRead(period, from);
  parts.push({ from, to, quantity, energyFrom, energyTo, isGuessedFrom, isGuessedTo, isAssumed });
}

/** A period may begin where a connector changed its state, between two readings. */
function isRead({ from, to, readings }: UsagePeriod, at: Instant): boolean {
  return readings === null ? at === from || at === to : at === readings.from || at === readings.to;
}
