import { type Instant, MINUTE } from '../shared/units.ts';
import type { CompiledTariff } from './compile-tariff.ts';
import type { DayTable } from './day-table.ts';
import { scaled } from './round-half-up.ts';
import { isReservation, type SessionFacts, sessionStart, type UsagePeriod } from './session-facts.ts';
import type { WallDays, WallPiece } from './wall-days.ts';

/** A part of a period in which no price can change. What was used is shared out evenly over its period. */
export interface Slice {
  readonly period: UsagePeriod;
  readonly isReservation: boolean;
  readonly from: Instant;
  readonly to: Instant;
  /** Since the session as such began, in ms; of a reservation since it began. */
  readonly elapsed: number;
  /** What the session had used at both ends, in mWh. */
  readonly energyFrom: number;
  readonly energyTo: number;
  /** In ms. */
  readonly charging: number;
  readonly idle: number;
  readonly reserved: number;
  readonly table: DayTable;
  /** Of the table. */
  readonly stretch: number;
}

/**
 * Cuts a session wherever its price may change: by the clock on the wall, by its duration and by its energy. Sums
 * of slices are those of their period to the last unit, for what is shared out is what had been used until then.
 * The visitor must not keep a slice: the next one is told in the same object.
 */
export function cutSession(
  facts: SessionFacts,
  place: { readonly tariff: CompiledTariff; readonly days: WallDays },
  visit: (slice: Slice) => void,
): void {
  const { tariff } = place;
  const [firstPeriod] = facts.periods;
  if (firstPeriod === undefined) return;
  const wall = wallFinder(place);
  const began = sessionStart(facts);
  const first = firstPeriod.from;
  const slice = emptySlice(firstPeriod, wall(first).table);
  let used = 0;
  for (const period of facts.periods) {
    const isReserving = isReservation(period);
    const start = began === null || isReserving ? first : began;
    cutPeriod(period, { tariff, wall, start, used, isReserving, slice }, visit);
    used += period.energy;
  }
}

/** All of a session are told in one object: there are dozens, and a new one for each took a tenth of the time. */
type ToldSlice = { -readonly [Key in keyof Slice]: Slice[Key] };

function emptySlice(period: UsagePeriod, table: DayTable): ToldSlice {
  const { from } = period;
  const nothing = { elapsed: 0, energyFrom: 0, energyTo: 0, charging: 0, idle: 0, reserved: 0 };
  return { period, isReservation: false, from, to: from, ...nothing, table, stretch: 0 };
}

interface Surroundings {
  readonly slice: ToldSlice;
  readonly tariff: CompiledTariff;
  readonly wall: (at: number) => Wall;
  readonly start: number;
  readonly used: number;
  readonly isReserving: boolean;
}

function cutPeriod(period: UsagePeriod, around: Surroundings, visit: (slice: Slice) => void): void {
  const { tariff, wall, start, used, isReserving, slice } = around;
  const { durations, energies } = tariff;
  const { from, to, energy } = period;
  const length = to - from;
  let at: number = from;
  let energyAt = 0;
  let chargingAt = 0;
  let idleAt = 0;
  let reservedAt = 0;
  for (;;) {
    const { piece, table } = wall(at);
    const stretch = table.stretchAt[Math.floor((piece.wallMs + at - piece.from) / MINUTE)] ?? 0;
    const turn = piece.from + (table.ends[stretch] ?? 0) * MINUTE - piece.wallMs;
    const end = Math.min(to, piece.to, turn, start + firstAfter(durations, at - start));
    const threshold = firstAfter(energies, used + energyAt) - used;
    const energyAtEnd = shareOf(energy, end);
    const isByEnergy = threshold < energyAtEnd;
    const until = isByEnergy ? Math.max(at, from + Math.floor((threshold * length) / energy)) : end;
    const energyUntil = isByEnergy ? threshold : energyAtEnd;
    const chargingUntil = shareOf(period.charging, until);
    const idleUntil = shareOf(period.idle, until);
    const reservedUntil = shareOf(period.reserved, until);
    slice.period = period;
    slice.isReservation = isReserving;
    slice.from = at as Instant;
    slice.to = until as Instant;
    slice.elapsed = at - start;
    slice.energyFrom = used + energyAt;
    slice.energyTo = used + energyUntil;
    slice.charging = chargingUntil - chargingAt;
    slice.idle = idleUntil - idleAt;
    slice.reserved = reservedUntil - reservedAt;
    slice.table = table;
    slice.stretch = stretch;
    visit(slice);
    if (until === to && !isByEnergy) return;
    at = until;
    energyAt = energyUntil;
    chargingAt = chargingUntil;
    idleAt = idleUntil;
    reservedAt = reservedUntil;
  }

  /** How much of what a period used had been used at a moment of it. */
  function shareOf(whole: number, moment: number): number {
    if (whole === 0 || moment === to) return whole;
    return whole === length ? moment - from : scaled(whole, moment - from, length);
  }
}

interface Wall {
  readonly piece: WallPiece;
  readonly table: DayTable;
}

/** Sessions go forward in time: mostly the last answer is the next one. */
function wallFinder({
  tariff,
  days,
}: {
  readonly tariff: CompiledTariff;
  readonly days: WallDays;
}): (at: number) => Wall {
  let last: Wall | null = null;
  return (at) => {
    if (last !== null && at >= last.piece.from && at < last.piece.to) return last;
    const { day, pieces } = days.dayAt(at as Instant);
    const piece = pieces.find(({ to }) => at < to);
    if (piece === undefined) throw new RangeError(`The day ${day} does not hold the moment ${at}`);
    last = { piece, table: tariff.tableOf(day) };
    return last;
  };
}

function firstAfter(thresholds: readonly number[], value: number): number {
  for (const threshold of thresholds) if (threshold > value) return threshold;
  return Number.POSITIVE_INFINITY;
}
