import type { Instant } from '../shared/units.ts';
import type { MilliwattHours } from './amounts.ts';
import { chooseComponent } from './choose-component.ts';
import type { CompiledTariff } from './compile-tariff.ts';
import { cutSession, type Slice } from './cut-session.ts';
import { NONE } from './day-table.ts';
import { type Implausible, LONGEST_GUESS } from './implausible.ts';
import { LANE, LANES, type Lane } from './lane.ts';
import type { SessionFacts } from './session-facts.ts';
import type { WallDays } from './wall-days.ts';

/** How much of what a session used falls to which component. */
export interface Walk {
  readonly kind: 'walked';
  /** By component, in mWh or ms; 1 for a flat fee. */
  readonly quantities: readonly number[];
  /** By component, the stretches in which it counted. */
  readonly parts: readonly (readonly SessionPart[])[];
  /** By lane, the component that counted last, or `NONE`. */
  readonly last: readonly number[];
  /** What the contract made free. */
  readonly freeEnergy: MilliwattHours;
  /** Idle time that a blocking fee looks at, its grace not yet taken off, in ms. */
  readonly idle: number;
  readonly idleParts: readonly SessionPart[];
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
  readonly quantities: number[];
  readonly parts: Growing<SessionPart>[][];
  readonly last: number[];
  readonly idleParts: Growing<SessionPart>[];
  freeLeft: number;
  idle: number;
  gap: Slice | null;
  /** The slice before, and what its energy was paid by. */
  energyBefore: { readonly slice: Slice; readonly id: number } | null;
}

type Growing<T> = { -readonly [Key in keyof T]: T[Key] };

/** Adds up what was used of each component, from slice to slice. */
export function walkSession(
  facts: SessionFacts,
  tariff: CompiledTariff,
  days: WallDays,
): Walk | (Implausible & { readonly kind: 'gap' }) {
  const free = facts.contract?.freeEnergy ?? 0;
  const tally: Tally = {
    tariff,
    quantities: new Array<number>(tariff.components.length).fill(0),
    parts: tariff.components.map(() => []),
    last: LANES.map(() => NONE),
    idleParts: [],
    freeLeft: free,
    idle: 0,
    gap: null,
    energyBefore: null,
  };
  cutSession(facts, { tariff, days }, (slice) =>
    slice.isReservation ? payReservation(tally, slice, facts.expired) : paySession(tally, slice),
  );
  if (tally.gap !== null) return { kind: 'gap', from: tally.gap.period.from, to: tally.gap.period.to };
  const freeEnergy = (free - tally.freeLeft) as MilliwattHours;
  return { kind: 'walked', ...tally, freeEnergy };
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
  const id = pay(tally, slice, { lane: LANE.energy, quantity });
  const { period } = slice;
  const before = tally.energyBefore;
  if (
    before !== null &&
    before.slice.period === period &&
    before.id !== id &&
    period.evidence === 'readings' &&
    period.to - period.from > LONGEST_GUESS
  )
    tally.gap ??= slice;
  tally.energyBefore = { slice, id };
}

function countIdle(tally: Tally, slice: Slice): void {
  const { blocking } = tally.tariff.tariff;
  if (blocking === null || slice.table.quiet[slice.stretch] === 1) return;
  if (blocking.grace.of === 'session' && slice.elapsed < blocking.grace.ms) return;
  tally.idle += slice.idle;
  addPart(tally.idleParts, slice, { quantity: slice.idle, isAssumed: false });
}

/** The component that counts, or `NONE`. */
function pay(
  tally: Tally,
  slice: Slice,
  { lane, quantity }: { readonly lane: Lane; readonly quantity: number },
): number {
  const isFlat = lane === LANE.flat || lane === LANE.reservedFlat || lane === LANE.expiredFlat;
  // A flat fee is paid once, by the first of its components whose restrictions hold at some moment.
  if (isFlat && tally.last[lane] !== NONE) return NONE;
  const { id, isAssumed } = chooseComponent(tally.tariff, slice, lane);
  if (id === NONE) return NONE;
  tally.last[lane] = id;
  const paid = lane === LANE.energy ? quantity - takeFree(tally, id, quantity) : quantity;
  tally.quantities[id] = (tally.quantities[id] ?? 0) + paid;
  const parts = tally.parts[id];
  if (parts !== undefined) addPart(parts, slice, { quantity: paid, isAssumed });
  return id;
}

/** Only energy that costs something uses up what is free. */
function takeFree(tally: Tally, id: number, quantity: number): number {
  if (tally.freeLeft === 0 || tally.tariff.components[id]?.component.price === 0) return 0;
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
  const isGuessedTo = to !== period.to;
  if (last !== undefined && last.to === from && last.isAssumed === isAssumed) {
    last.to = to;
    last.quantity += quantity;
    last.energyTo = energyTo;
    last.isGuessedTo = isGuessedTo;
    return;
  }
  const isGuessedFrom = from !== period.from;
  parts.push({ from, to, quantity, energyFrom, energyTo, isGuessedFrom, isGuessedTo, isAssumed });
}
