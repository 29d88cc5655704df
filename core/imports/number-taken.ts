import type { NumberHolder } from '../access/holder-of-number.ts';
import type { ImportBench } from './import-bench.ts';
import { finding, type ImportProblem } from './import-problem.ts';
import { isOutOfReach } from './place-record.ts';
import { at } from './row-values.ts';

/** Says that something else has a number already; by its name only where whoever imports may see it. */
export function numberTaken(bench: ImportBench, field: 'uid' | 'vid', holder: NumberHolder): ImportProblem {
  const thing = holder.kind === 'card' ? holder.card : holder.vehicle;
  if (isOutOfReach(bench, thing.tenantId)) return at(field, finding('number-taken-elsewhere'));
  const name = holder.kind === 'card' ? holder.card.uid : holder.vehicle.plate || holder.vehicle.label;
  return at(field, finding('number-taken', null, name));
}
