import { type Instant, instant, MINUTE, milliseconds } from '../shared/units.ts';
import { type BasisPoints, basisPoints, type MilliwattHours, milliwattHours } from './amounts.ts';
import { type Implausible, implausible, LONGEST_GUESS } from './implausible.ts';
import type { SessionFacts, UsagePeriod } from './session-facts.ts';

/** What a session used, as it is kept where very many are priced: some bytes for a period. */
export type KeptUsage =
  | PackedUsage
  /** One of the few that numbers alone do not say: a reservation, a power at the moment, readings far apart. */
  | { readonly kind: 'whole'; readonly facts: SessionFacts }
  | { readonly kind: 'implausible'; readonly reason: Implausible };

export interface PackedUsage {
  readonly kind: 'packed';
  readonly page: UsagePage;
  /** Its first row, and the one after its last. */
  readonly first: number;
  readonly end: number;
  readonly from: Instant;
  readonly freeEnergy: MilliwattHours;
  readonly discount: BasisPoints;
}

/** A row is a period; it begins where the row before it ends. */
export interface UsagePage {
  /** In ms. */
  readonly lengths: Int32Array;
  /** In mWh. */
  readonly energies: Int32Array;
  readonly uses: Uint8Array;
}

/** What a row was used for. After one that is `mixed` follows one with its charging time as length, its idle time as energy. */
export const USE = { nothing: 0, charging: 1, idle: 2, mixed: 3, absent: 4 } as const;

const QUARTER = 15 * MINUTE;
const ROWS_OF_PAGE = 65_536;
const LARGEST = 2 ** 31 - 1;

/** Keeps what sessions used in pages of plain numbers, which are never moved. */
export class UsagePages {
  readonly #byQuarter: boolean;
  #page = pageOf(0);
  #rows = 0;

  /** `byQuarter` makes one of the rows of a quarter of an hour: enough for prices that change with quarters alone. */
  constructor({ byQuarter }: { readonly byQuarter: boolean }) {
    this.#byQuarter = byQuarter;
  }

  keep(facts: SessionFacts): KeptUsage {
    const reason = implausible(facts);
    if (reason !== null) return { kind: 'implausible', reason };
    const { periods, contract } = facts;
    const from = periods[0]?.from;
    if (from === undefined || !isPlain(facts)) return { kind: 'whole', facts };
    // At most a gap before each, and a second row.
    const most = 3 * periods.length;
    if (this.#rows + most > this.#page.uses.length) this.#turn(most);
    const first = this.#rows;
    this.#write(periods);
    return {
      kind: 'packed',
      page: this.#page,
      first,
      end: this.#rows,
      from,
      freeEnergy: contract?.freeEnergy ?? NO_ENERGY,
      discount: contract?.discount ?? NO_DISCOUNT,
    };
  }

  #turn(rows: number): void {
    this.#page = pageOf(Math.max(ROWS_OF_PAGE, rows));
    this.#rows = 0;
  }

  #write(periods: readonly UsagePeriod[]): void {
    let at = periods[0]?.from ?? 0;
    /** Where the row before began, if this one may become a part of it. */
    let began: number | null = null;
    for (const period of periods) {
      const { from, to, energy, charging, idle } = period;
      if (from > at) {
        this.#add(from - at, 0, USE.absent);
        began = null;
      }
      const use = readUse(period);
      at = to;
      if (began !== null && this.#joins(use, began, period)) continue;
      this.#add(to - from, energy, use);
      began = from;
      if (use !== USE.mixed) continue;
      this.#add(charging, idle, USE.mixed);
      began = null;
    }
  }

  /** Whatever has the same price throughout may be added up before it is priced. */
  #joins(use: number, began: number, { from, to, energy }: UsagePeriod): boolean {
    if (!this.#byQuarter || use === USE.mixed) return false;
    const { lengths, energies, uses } = this.#page;
    const row = this.#rows - 1;
    const quarter = Math.floor(began / QUARTER);
    if (uses[row] !== use || Math.floor(from / QUARTER) !== quarter || to > (quarter + 1) * QUARTER)
      return false;
    const sum = (energies[row] ?? 0) + energy;
    if (sum > LARGEST) return false;
    lengths[row] = to - began;
    energies[row] = sum;
    return true;
  }

  #add(length: number, energy: number, use: number): void {
    const { lengths, energies, uses } = this.#page;
    const row = this.#rows;
    lengths[row] = length;
    energies[row] = energy;
    uses[row] = use;
    this.#rows = row + 1;
  }
}

/** The way back, but for readings: those of what is packed are never too far apart. */
export function unpacked({ page, first, end, from, freeEnergy, discount }: PackedUsage): SessionFacts {
  const periods: UsagePeriod[] = [];
  let at: number = from;
  for (let row = first; row < end; row += 1) {
    const length = page.lengths[row] ?? 0;
    const energy = page.energies[row] ?? 0;
    const use = page.uses[row];
    if (use === USE.mixed) row += 1;
    const charging = use === USE.mixed ? (page.lengths[row] ?? 0) : use === USE.charging ? length : 0;
    const idle = use === USE.mixed ? (page.energies[row] ?? 0) : use === USE.idle ? length : 0;
    if (use !== USE.absent)
      periods.push({
        from: instant(at),
        to: instant(at + length),
        energy: milliwattHours(energy),
        charging: milliseconds(charging),
        idle: milliseconds(idle),
        reserved: milliseconds(0),
        power: null,
        current: null,
        readings: null,
      });
    at += length;
  }
  return { periods, expired: false, strongest: null, contract: { freeEnergy, discount } };
}

const NO_ENERGY = milliwattHours(0);
const NO_DISCOUNT = basisPoints(0);

function pageOf(rows: number): UsagePage {
  return { lengths: new Int32Array(rows), energies: new Int32Array(rows), uses: new Uint8Array(rows) };
}

function isPlain({ periods, expired, longestGuess = LONGEST_GUESS }: SessionFacts): boolean {
  if (expired) return false;
  let before = periods[0]?.from ?? 0;
  for (const { from, to, energy, charging, idle, reserved, power, current, readings } of periods) {
    if (reserved > 0 || power !== null || current !== null) return false;
    if (energy > 0 && readings !== null && readings.to - readings.from > longestGuess) return false;
    if (Math.max(to - from, from - before, energy, charging, idle) > LARGEST) return false;
    before = to;
  }
  return true;
}

function readUse({ from, to, charging, idle }: UsagePeriod): number {
  const length = to - from;
  if (charging === 0 && idle === 0) return USE.nothing;
  if (charging === length && idle === 0) return USE.charging;
  return idle === length && charging === 0 ? USE.idle : USE.mixed;
}
