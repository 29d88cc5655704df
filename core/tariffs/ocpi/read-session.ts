import { HOUR, type Instant, type Milliseconds, milliseconds } from '../../shared/units.ts';
import type { MilliwattHours } from '../amounts.ts';
import { scaled } from '../round-half-up.ts';
import { type Extremes, isReservation, type SessionFacts, type UsagePeriod } from '../session-facts.ts';
import {
  fieldOf,
  itemsOf,
  Misread,
  neededOf,
  type Place,
  type ReadDocument,
  readDocument,
  unitsOf,
  wordOf,
} from './json-place.ts';
import { momentOf } from './read-times.ts';

/**
 * Reads what a CDR of OCPI says was used: `charging_periods`, each up to the next one's start, the last one up to
 * `end_date_time`. A CDR that states no times at all is taken to have charged all the time; one of nothing but
 * reserved time to be a reservation for which nobody came.
 */
export function readOcpiSession(value: unknown): ReadDocument<SessionFacts> {
  return readDocument(value, (document) => {
    const end = momentOf(neededOf(document, 'end_date_time'));
    const list = neededOf(document, 'charging_periods');
    const places = itemsOf(list);
    if (places.length === 0) throw new Misread({ kind: 'empty-list', path: list.path });
    const starts = places.map((place) => momentOf(neededOf(place, 'start_date_time')));
    const stated = places.map((place) => volumesOf(place));
    const knowsTimes = stated.some((volumes) => TIMES.some((name) => volumes.has(name)));
    const periods = stated.map((volumes, index): UsagePeriod => {
      const from = starts[index] ?? end;
      const to = starts[index + 1] ?? end;
      return periodOf(volumes, { from, to, knowsTimes });
    });
    return { periods, expired: periods.every(isReservation), strongest: null, contract: null };
  });
}

const TIMES: readonly Volume[] = ['TIME', 'PARKING_TIME', 'RESERVATION_TIME'];

const VOLUMES = [
  ...(['CURRENT', 'ENERGY', 'ENERGY_EXPORT', 'ENERGY_IMPORT', 'MAX_CURRENT', 'MIN_CURRENT'] as const),
  ...(['MAX_POWER', 'MIN_POWER', 'PARKING_TIME', 'POWER', 'RESERVATION_TIME'] as const),
  ...(['STATE_OF_CHARGE', 'TIME'] as const),
];
type Volume = (typeof VOLUMES)[number];

/** In thousandths of what OCPI gives: Wh, W, mA; times in ms and energy in mWh. */
function volumesOf(period: Place): ReadonlyMap<Volume, number> {
  const volumes = new Map<Volume, number>();
  const list = fieldOf(period, 'dimensions');
  for (const place of list === null ? [] : itemsOf(list)) {
    const name = wordOf(neededOf(place, 'type'), VOLUMES);
    const units = unitsOf(neededOf(place, 'volume'), scaleOf(name));
    volumes.set(name, (volumes.get(name) ?? 0) + units);
  }
  return volumes;
}

function scaleOf(name: Volume): number {
  if (name.endsWith('TIME')) return HOUR;
  return name.startsWith('ENERGY') ? 1_000_000 : 1_000;
}

function periodOf(
  volumes: ReadonlyMap<Volume, number>,
  span: { readonly from: Instant; readonly to: Instant; readonly knowsTimes: boolean },
): UsagePeriod {
  const { from, to, knowsTimes } = span;
  const energy = volumes.get('ENERGY') ?? volumes.get('ENERGY_IMPORT') ?? 0;
  const length = Math.max(0, to - from);
  const timeOf = (name: Volume): Milliseconds => byClock(volumes.get(name) ?? 0, length);
  return {
    from,
    to,
    energy: energy as MilliwattHours,
    charging: knowsTimes ? timeOf('TIME') : milliseconds(length),
    idle: timeOf('PARKING_TIME'),
    reserved: timeOf('RESERVATION_TIME'),
    power: extremesOf(volumes, 'POWER') ?? averagePower(energy, length),
    current: extremesOf(volumes, 'CURRENT'),
    readings: null,
  };
}

/**
 * A time that is the whole period but for OCPI's fourth decimal of an hour is the whole period: ten minutes stated as
 * 0.1667 would else begin another block.
 */
function byClock(stated: number, length: number): Milliseconds {
  return milliseconds(Math.abs(stated - length) <= FOURTH_DECIMAL ? length : stated);
}

const FOURTH_DECIMAL = HOUR / 10_000;

/** Where only one of least, average and most is stated, it stands for the others. */
function extremesOf(volumes: ReadonlyMap<Volume, number>, of: 'POWER' | 'CURRENT'): Extremes | null {
  const [least, average, most] = [volumes.get(`MIN_${of}`), volumes.get(of), volumes.get(`MAX_${of}`)];
  const low = least ?? average ?? most;
  const high = most ?? average ?? least;
  return low === undefined || high === undefined ? null : { least: low, most: high };
}

/** In W; nothing where no time passed. */
function averagePower(energy: number, length: number): Extremes | null {
  if (length <= 0 || energy <= 0) return null;
  const power = scaled(energy, HOUR / 1_000, length);
  return { least: power, most: power };
}
