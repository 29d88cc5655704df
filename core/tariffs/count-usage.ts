import type { CompiledTariff } from './compile-tariff.ts';
import { NONE } from './day-table.ts';
import type { PriceTimeline, Regime, TimelineDay } from './price-timeline.ts';
import { scaled } from './round-half-up.ts';
import { type PackedUsage, USE } from './usage-pages.ts';

/** How much of what a session used falls to which component. Made once and used again: each session fills it anew. */
export interface UsageCount {
  readonly timeline: PriceTimeline;
  /** By component, in mWh or ms; 1 for a flat fee. */
  readonly quantities: Float64Array;
  /** By component, 1 where it counted. */
  readonly isCounted: Uint8Array;
  /** The first `many` are the components that counted. */
  readonly counted: Uint16Array;
  many: number;
  /** Idle time that a blocking fee looks at, its grace not yet taken off, in ms. */
  idle: number;
  /** In mWh. */
  freeLeft: number;
  /** By component, 1 where its price is nothing: its energy uses up none that is free. */
  readonly isFree: Uint8Array;
  readonly hasBlocking: boolean;
  isFlatDue: boolean;
  /** Sessions lie close to each other: mostly the last day is the next one. */
  day: TimelineDay | null;
}

export function usageCount({ components, tariff }: CompiledTariff, timeline: PriceTimeline): UsageCount {
  return {
    timeline,
    quantities: new Float64Array(components.length),
    isCounted: new Uint8Array(components.length),
    counted: new Uint16Array(components.length),
    many: 0,
    idle: 0,
    freeLeft: 0,
    isFree: Uint8Array.from(components, ({ component }) => (component.price === 0 ? 1 : 0)),
    hasBlocking: tariff.blocking !== null,
    isFlatDue: true,
    day: null,
  };
}

/** Comes to the sums that `walkSession` comes to. False where the timeline does not know one of its days. */
export function countUsage(count: UsageCount, { page, first, end, from, freeEnergy }: PackedUsage): boolean {
  clear(count, freeEnergy);
  const { lengths, energies, uses } = page;
  let at: number = from;
  for (let row = first; row < end; row += 1) {
    const length = lengths[row] ?? 0;
    const energy = energies[row] ?? 0;
    const use = uses[row];
    if (use === USE.mixed) {
      row += 1;
      const used = { energy, charging: lengths[row] ?? 0, idle: energies[row] ?? 0 };
      if (!countPeriod(count, { at, length }, used)) return false;
    } else if (use !== USE.absent) {
      const used = {
        energy,
        charging: use === USE.charging ? length : 0,
        idle: use === USE.idle ? length : 0,
      };
      if (!countPeriod(count, { at, length }, used)) return false;
    }
    at += length;
  }
  return true;
}

interface Span {
  readonly at: number;
  readonly length: number;
}

/** In mWh and ms. */
interface Used {
  readonly energy: number;
  readonly charging: number;
  readonly idle: number;
}

function countPeriod(count: UsageCount, { at, length }: Span, used: Used): boolean {
  let day = count.day;
  if (day === null || at < day.from || at >= day.to) {
    day = count.timeline.dayAt(at);
    count.day = day;
    if (day === null) return false;
  }
  const slot = Math.floor((at - day.from) / count.timeline.slotMs);
  const regime = day.regimes[slot];
  if (regime === undefined) return false;
  if (at + length > day.from + (day.until[slot] ?? 0)) return countAcross(count, { at, length }, used);
  pay(count, regime, used);
  return true;
}

/** What was used is shared out evenly, as sums up to each moment, so that the last unit is not lost. */
function countAcross(count: UsageCount, { at, length }: Span, used: Used): boolean {
  const to = at + length;
  let before: Used = { energy: 0, charging: 0, idle: 0 };
  for (let from = at; from < to; ) {
    const day = count.timeline.dayAt(from);
    if (day === null) return false;
    const slot = Math.floor((from - day.from) / count.timeline.slotMs);
    const regime = day.regimes[slot];
    if (regime === undefined) return false;
    const until = Math.min(to, day.from + (day.until[slot] ?? 0));
    const part = until - at;
    const so: Used = {
      energy: shareOf(used.energy, part, length),
      charging: shareOf(used.charging, part, length),
      idle: shareOf(used.idle, part, length),
    };
    pay(count, regime, {
      energy: so.energy - before.energy,
      charging: so.charging - before.charging,
      idle: so.idle - before.idle,
    });
    before = so;
    from = until;
  }
  return true;
}

function shareOf(whole: number, part: number, length: number): number {
  return whole === length ? part : scaled(whole, part, length);
}

function pay(count: UsageCount, regime: Regime, { energy, charging, idle }: Used): void {
  if (count.isFlatDue && regime.flat !== NONE) {
    add(count, regime.flat, 1);
    count.isFlatDue = false;
  }
  if (energy > 0 && regime.energy !== NONE)
    add(count, regime.energy, count.freeLeft > 0 ? notFree(count, regime.energy, energy) : energy);
  if (charging > 0 && regime.time !== NONE) add(count, regime.time, charging);
  if (idle > 0) {
    if (regime.parking !== NONE) add(count, regime.parking, idle);
    if (count.hasBlocking && !regime.isQuiet) count.idle += idle;
  }
}

function notFree(count: UsageCount, id: number, energy: number): number {
  if (count.isFree[id] === 1) return energy;
  const free = Math.min(count.freeLeft, energy);
  count.freeLeft -= free;
  return energy - free;
}

function add(count: UsageCount, id: number, quantity: number): void {
  const { quantities, isCounted, counted } = count;
  quantities[id] = (quantities[id] ?? 0) + quantity;
  if (isCounted[id] === 1) return;
  isCounted[id] = 1;
  counted[count.many] = id;
  count.many += 1;
}

function clear(count: UsageCount, freeEnergy: number): void {
  const { counted, quantities, isCounted } = count;
  for (let place = 0; place < count.many; place += 1) {
    const id = counted[place] ?? 0;
    quantities[id] = 0;
    isCounted[id] = 0;
  }
  count.many = 0;
  count.idle = 0;
  count.freeLeft = freeEnergy;
  count.isFlatDue = true;
}
