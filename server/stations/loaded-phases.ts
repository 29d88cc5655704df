import type { Sample } from '#core/sessions/sample.ts';

/** How many phases carry current; null where a sample does not tell them apart. */
export function loadedPhases({ other }: Pick<Sample, 'other'>): number | null {
  if (other === null) return null;
  // Written by `server/ocpp/samples.ts`: measurand, phase, value.
  const { values = [] } = JSON.parse(other) as { readonly values?: readonly (readonly unknown[])[] };
  const currents = values.flatMap(([measurand, phase, value]) =>
    measurand === 'Current.Import' && PHASES.has(String(phase)) && typeof value === 'number' ? [value] : [],
  );
  return currents.length === 0 ? null : currents.filter((current) => current > IDLE_A).length;
}

const PHASES: ReadonlySet<string> = new Set(['L1', 'L2', 'L3', 'L1-N', 'L2-N', 'L3-N']);
/** What electronics draw on a phase that charges nothing. */
const IDLE_A = 1;
