import { HOUR, type Milliseconds } from '../shared/units.ts';
import { type BasisPoints, MILLIWATT_HOURS_PER_KWH, type MicroUnits, microUnits } from './amounts.ts';
import type { CompiledComponent, CompiledTariff } from './compile-tariff.ts';
import { NONE } from './day-table.ts';
import { LANE, type Lane } from './lane.ts';
import type { BlockingStep, ComponentStep } from './price-step.ts';
import { scaled } from './round-half-up.ts';
import type { BlockingFee, Dimension } from './tariff.ts';
import type { Walk } from './walk-session.ts';

/** What has to be multiplied. Its step lacks only what it is rounded to. */
export interface Line {
  readonly quantity: number;
  readonly price: MicroUnits;
  /** The quantity to which the price belongs: a kWh, an hour, a session. */
  readonly per: number;
  readonly vat: BasisPoints | null;
  readonly step: ComponentStep | BlockingStep;
}

/** The lines of a session: its components in the order of the tariff, then the blocking fee. */
export function linesOf(walk: Walk, { components, tariff }: CompiledTariff): readonly Line[] {
  const added = addedBySteps(walk, components);
  const lines: Line[] = [];
  for (const one of components) {
    const parts = walk.parts[one.id];
    if (parts === undefined || parts.length === 0) continue;
    lines.push(componentLine(one, { walk, added: added?.get(one.id) ?? 0, parts }));
  }
  const blocking = tariff.blocking === null ? null : blockingLine(tariff.blocking, walk);
  return blocking === null ? lines : [...lines, blocking];
}

function componentLine(
  { id, element, index, component, when }: CompiledComponent,
  { walk, added, parts }: { readonly walk: Walk; readonly added: number; readonly parts: Walk['idleParts'] },
): Line {
  const { dimension, price, vat } = component;
  const quantity = (walk.quantities[id] ?? 0) + added;
  const per = PER[dimension];
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
    rounded: null,
    parts,
  };
  return { quantity, price, per, vat, step };
}

const PER: Readonly<Record<Dimension, number>> = {
  energy: MILLIWATT_HOURS_PER_KWH,
  time: HOUR,
  parking: HOUR,
  flat: 1,
};

function blockingLine({ perHour, vat, grace, cap }: BlockingFee, walk: Walk): Line | null {
  if (walk.idle === 0) return null;
  const quantity = grace.of === 'idle' ? Math.max(0, walk.idle - grace.ms) : walk.idle;
  const product = scaled(quantity, perHour, HOUR);
  const isCapped = cap !== null && product > cap;
  const exact = isCapped ? cap : microUnits(product);
  const idle = walk.idle as Milliseconds;
  const step: BlockingStep = {
    kind: 'blocking',
    idle,
    quantity,
    price: perHour,
    vat,
    isCapped,
    exact,
    rounded: null,
    parts: walk.idleParts,
  };
  return isCapped
    ? { quantity: 1, price: cap, per: 1, vat, step }
    : { quantity, price: perHour, per: HOUR, vat, step };
}

/**
 * What billing in blocks adds, once for energy and once for time, to the component that counted last and by its
 * step size. Where parking is paid for, only parking is billed in blocks (OCPI 2.2.1 §10.3.1, step_size). Null in
 * a tariff without blocks.
 */
function addedBySteps(
  { quantities, last }: Walk,
  components: readonly CompiledComponent[],
): ReadonlyMap<number, number> | null {
  if (components.every(({ component }) => component.stepSize === null)) return null;
  const added = new Map<number, number>();
  const total = (lane: Lane): number =>
    components.reduce((sum, one) => (one.lane === lane ? sum + (quantities[one.id] ?? 0) : sum), 0);
  const hasParking = total(LANE.parking) > 0;
  for (const lane of [
    LANE.energy,
    hasParking ? LANE.parking : LANE.time,
    LANE.reservedTime,
    LANE.expiredTime,
  ]) {
    const id = last[lane] ?? NONE;
    const component = components[id]?.component;
    if (component?.stepSize == null || component.stepSize === 0) continue;
    const block = component.stepSize * UNITS_PER_STEP;
    const used = lane === LANE.expiredTime ? (quantities[id] ?? 0) : total(lane);
    added.set(id, Math.ceil(used / block) * block - used);
  }
  return added;
}

/** A Wh in mWh, and a second in ms. */
const UNITS_PER_STEP = 1_000;
