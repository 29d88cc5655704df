import { HOUR, milliseconds } from '../shared/units.ts';
import {
  type BasisPoints,
  MILLIWATT_HOURS_PER_KWH,
  type MicroUnits,
  type MinorUnits,
  microsPerMinor,
  microUnits,
  minorUnits,
} from './amounts.ts';
import type { CompiledTariff } from './compile-tariff.ts';
import { LANE, type Lane } from './lane.ts';
import type { BlockingStep, ComponentStep } from './price-step.ts';
import { scaled } from './round-half-up.ts';
import { type BlockingFee, type Dimension, roundsLines } from './tariff.ts';
import type { Usage, Walk } from './walk-session.ts';

/** What has to be multiplied, and the step that says so. */
export interface Line {
  readonly quantity: number;
  readonly price: MicroUnits;
  /** The quantity to which the price belongs: a kWh, an hour, a session. */
  readonly per: number;
  readonly vat: BasisPoints | null;
  readonly rounded: MinorUnits | null;
  readonly step: ComponentStep | BlockingStep;
}

/** The lines of a session: its components in the order of the tariff, then the blocking fee. */
export function linesOf(walk: Walk, compiled: CompiledTariff): readonly Line[] {
  const { tariff } = compiled;
  const perMinor = roundsLines(tariff) ? microsPerMinor(tariff.currency) : null;
  const added = compiled.hasSteps ? addedBySteps(walk) : null;
  const lines = walk.usages
    .toSorted((a, b) => a.component.id - b.component.id)
    .map((usage) => componentLine(usage, added?.get(usage) ?? 0, perMinor));
  const blocking = tariff.blocking === null ? null : blockingLine(tariff.blocking, walk, perMinor);
  return blocking === null ? lines : [...lines, blocking];
}

function componentLine(usage: Usage, added: number, perMinor: number | null): Line {
  const { element, index, component, when } = usage.component;
  const { dimension, price, vat } = component;
  const quantity = usage.quantity + added;
  const per = PER[dimension];
  const rounded = perMinor === null ? null : minorUnits(scaled(quantity, price, per * perMinor));
  const step: ComponentStep = {
    kind: 'component',
    dimension,
    reservation: when.reservation,
    element,
    component: index,
    quantity,
    added,
    price,
    vat,
    exact: microUnits(scaled(quantity, price, per)),
    rounded,
    parts: usage.parts,
  };
  return { quantity, price, per, vat, rounded, step };
}

/** The quantity to which a price belongs. */
export const PER: Readonly<Record<Dimension, number>> = {
  energy: MILLIWATT_HOURS_PER_KWH,
  time: HOUR,
  parking: HOUR,
  flat: 1,
};

function blockingLine(fee: BlockingFee, walk: Walk, perMinor: number | null): Line | null {
  const { perHour, vat, grace, cap, quiet } = fee;
  if (walk.idle === 0) return null;
  const quantity = grace.of === 'idle' ? Math.max(0, walk.idle - grace.ms) : walk.idle;
  const product = scaled(quantity, perHour, HOUR);
  const isCapped = cap !== null && product > cap;
  const paid = isCapped
    ? { quantity: 1, price: cap, per: 1, vat }
    : { quantity, price: perHour, per: HOUR, vat };
  const rounded =
    perMinor === null ? null : minorUnits(scaled(paid.quantity, paid.price, paid.per * perMinor));
  const step: BlockingStep = {
    kind: 'blocking',
    idle: milliseconds(walk.idle),
    quantity,
    price: perHour,
    vat,
    isCapped,
    exact: isCapped ? cap : microUnits(product),
    rounded,
    parts: walk.idleParts,
    standing: {
      whole: milliseconds(walk.idle + walk.quiet + walk.early),
      quiet: milliseconds(walk.quiet),
      quietHours: quiet,
      grace: milliseconds(grace.of === 'idle' ? walk.idle - quantity : walk.early),
      graceOf: grace.of,
      cap,
    },
  };
  return { ...paid, rounded, step };
}

/**
 * What billing in blocks adds, once for energy and once for time, to the component that counted last and by its
 * step size. Where parking is paid for, only parking is billed in blocks (OCPI 2.2.1 §10.3.1, step_size).
 */
function addedBySteps({ usages, last }: Walk): ReadonlyMap<Usage, number> {
  const added = new Map<Usage, number>();
  const totalOf = (lane: Lane): number =>
    usages.reduce((sum, usage) => (usage.component.lane === lane ? sum + usage.quantity : sum), 0);
  const timed = totalOf(LANE.parking) > 0 ? LANE.parking : LANE.time;
  for (const lane of [LANE.energy, timed, LANE.reservedTime, LANE.expiredTime]) {
    const usage = last[lane];
    const stepSize = usage?.component.component.stepSize ?? 0;
    if (usage == null || stepSize === 0) continue;
    const block = stepSize * UNITS_PER_STEP;
    // Where nobody came, what counted may be the price of any reservation.
    const used = totalOf(usage.component.lane);
    added.set(usage, Math.ceil(used / block) * block - used);
  }
  return added;
}

/** A Wh in mWh, and a second in ms. */
const UNITS_PER_STEP = 1_000;
