import { DAY } from '../shared/units.ts';
import type { CompiledTariff } from './compile-tariff.ts';
import { NONE } from './day-table.ts';
import { LANE } from './lane.ts';
import type { PriceTimeline, Slots, TimelineDay } from './price-timeline.ts';
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
  /** Something else than energy is paid for. */
  readonly asksMore: boolean;
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
    asksMore: tariff.blocking !== null || components.some(({ lane }) => lane !== LANE.energy),
    isFlatDue: true,
    day: null,
  };
}

/**
 * Comes to the sums that `walkSession` comes to. False where the timeline does not know one of its days. Most rows lie
 * within one slot and hold nothing but energy: they are counted here, without a call.
 */
export function countUsage(count: UsageCount, usage: PackedUsage): boolean {
  clear(count, usage.freeEnergy);
  const { lengths, energies, uses } = usage.page;
  const { quantities, isCounted, counted } = count;
  const { slotMs } = count.timeline;
  const { end } = usage;
  let at: number = usage.from;
  let day = dayAt(count, at);
  if (day === null) return false;
  let into = at - day.from;
  let { slots } = day;
  let { until, energy: energySlots } = slots;
  for (let row = usage.first; row < end; row += 1) {
    if (into >= DAY) {
      day = dayAt(count, at);
      if (day === null) return false;
      into = at - day.from;
      ({ slots } = day);
      ({ until, energy: energySlots } = slots);
    }
    const length = lengths[row] ?? 0;
    const energy = energies[row] ?? 0;
    const use = uses[row] ?? USE.absent;
    const slot = Math.floor(into / slotMs);
    if (use < USE.mixed && into + length <= (until[slot] ?? 0)) {
      const id = energySlots[slot] ?? NONE;
      if (energy > 0 && id !== NONE) {
        quantities[id] = (quantities[id] ?? 0) + energy;
        if (isCounted[id] !== 1) {
          isCounted[id] = 1;
          counted[count.many] = id;
          count.many += 1;
        }
        if (count.freeLeft > 0) takeFree(count, id, energy);
      }
      if (count.asksMore) payTimes(count, { slots, slot }, { use, length });
    } else if (use !== USE.absent) {
      if (use === USE.mixed) row += 1;
      const used =
        use === USE.mixed
          ? { energy, charging: lengths[row] ?? 0, idle: energies[row] ?? 0 }
          : { energy, ...timesOf(use, length) };
      if (!countAcross(count, { at, length }, used)) return false;
    }
    at += length;
    into += length;
  }
  return true;
}

function payTimes(
  count: UsageCount,
  { slots, slot }: { readonly slots: Slots; readonly slot: number },
  { use, length }: { readonly use: number; readonly length: number },
): void {
  payFlat(count, slots.flat[slot] ?? NONE);
  if (use === USE.charging) add(count, slots.time[slot] ?? NONE, length);
  else if (use === USE.idle) payIdle(count, { slots, slot }, length);
}

function timesOf(use: number, length: number) {
  return { charging: use === USE.charging ? length : 0, idle: use === USE.idle ? length : 0 };
}

function dayAt(count: UsageCount, at: number): TimelineDay | null {
  const { day } = count;
  if (day !== null && at >= day.from && at < day.to) return day;
  count.day = count.timeline.dayAt(at);
  return count.day;
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

/** What was used is shared out evenly, as sums up to each moment, so that the last unit is not lost. */
function countAcross(count: UsageCount, { at, length }: Span, used: Used): boolean {
  const to = at + length;
  let before: Used = { energy: 0, charging: 0, idle: 0 };
  let from = at;
  do {
    const day = dayAt(count, from);
    if (day === null) return false;
    const { slots } = day;
    const slot = Math.floor((from - day.from) / count.timeline.slotMs);
    const until = Math.min(to, day.from + (slots.until[slot] ?? 0));
    const so = until === to ? used : shareOf(used, until - at, length);
    payFlat(count, slots.flat[slot] ?? NONE);
    payEnergy(count, slots.energy[slot] ?? NONE, so.energy - before.energy);
    add(count, slots.time[slot] ?? NONE, so.charging - before.charging);
    payIdle(count, { slots, slot }, so.idle - before.idle);
    before = so;
    from = until;
  } while (from < to);
  return true;
}

function shareOf({ energy, charging, idle }: Used, part: number, length: number): Used {
  const shared = (whole: number): number => (whole === length ? part : scaled(whole, part, length));
  return { energy: shared(energy), charging: shared(charging), idle: shared(idle) };
}

/** Paid once, by the first of its components that counts at some moment. */
function payFlat(count: UsageCount, id: number): void {
  if (!count.isFlatDue || id === NONE) return;
  add(count, id, 1);
  count.isFlatDue = false;
}

function payEnergy(count: UsageCount, id: number, energy: number): void {
  if (id === NONE) return;
  add(count, id, energy);
  if (count.freeLeft > 0) takeFree(count, id, energy);
}

/** Only energy that costs something uses up what is free. */
function takeFree(count: UsageCount, id: number, energy: number): void {
  if (count.isFree[id] === 1) return;
  const free = Math.min(count.freeLeft, energy);
  count.freeLeft -= free;
  count.quantities[id] = (count.quantities[id] ?? 0) - free;
}

function payIdle(
  count: UsageCount,
  { slots, slot }: { readonly slots: Slots; readonly slot: number },
  idle: number,
): void {
  add(count, slots.parking[slot] ?? NONE, idle);
  if (count.hasBlocking && slots.quiet[slot] === 0) count.idle += idle;
}

function add(count: UsageCount, id: number, quantity: number): void {
  if (quantity === 0 || id === NONE) return;
  const { quantities, isCounted } = count;
  quantities[id] = (quantities[id] ?? 0) + quantity;
  if (isCounted[id] === 1) return;
  isCounted[id] = 1;
  count.counted[count.many] = id;
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
