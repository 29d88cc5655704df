import type { Driver } from '../access/driver.ts';
import { type DriverWords, findDriver, newDriver } from './find-driver.ts';
import { groupsText } from './find-references.ts';
import type { ImportBench } from './import-bench.ts';
import { finding } from './import-problem.ts';
import { type JudgedRow, judged, notRead } from './judged-row.ts';
import { isOutOfReach, outOfReach, placeRecord } from './place-record.ts';
import { validityProblems, validityTexts, withValidity } from './record-days.ts';
import { at, given, type ReadingContext, type RowInput, readRow, type Values } from './row-values.ts';

/** What a row of a list of drivers makes of a driver. */
export function judgeDriver(bench: ImportBench, row: RowInput, context: ReadingContext): JudgedRow {
  const words: DriverWords = {
    name: given(row, 'name', context),
    email: given(row, 'email', context),
    contract: given(row, 'contract', context),
    costCentre: given(row, 'costCentre', context),
  };
  const found = findDriver(bench, words, null);
  if (found.kind === 'ambiguous') return amongNamesakes(bench, found.drivers, { row, context });
  return judgeAgainst(bench, found.kind === 'known' ? found.driver : null, { row, context });
}

/** Of several whom a row may mean, the one about whom it says nothing new and no row has said anything yet. */
function amongNamesakes(
  bench: ImportBench,
  drivers: readonly Driver[],
  { row, context }: { readonly row: RowInput; readonly context: ReadingContext },
): JudgedRow {
  for (const driver of drivers) {
    if (bench.settledBy.has(keyOf(driver))) continue;
    const one = judgeAgainst(bench, driver, { row, context });
    if (one.verdict === 'unchanged') return one;
  }
  return notRead([at('name', finding('ambiguous-driver', null, String(drivers.length)))]);
}

function judgeAgainst(
  bench: ImportBench,
  known: Driver | null,
  { row, context }: { readonly row: RowInput; readonly context: ReadingContext },
): JudgedRow {
  if (known !== null && isOutOfReach(bench, known.tenantId)) return notRead([outOfReach()]);
  const shown = known === null ? null : driverTexts(bench, known);
  const { values, problems } = readRow(row, shown, { context, but: [] });
  const place = placeRecord(bench, values, { known, of: 'users' });
  const name = values.name ?? known?.name ?? '';
  const missing =
    name === '' && !problems.some(({ field }) => field === 'name') ? [at('name', finding('missing'))] : [];
  const base = known ?? newDriver(bench.facts, name, place.tenantId);
  const after = withDriverValues(bench, base, { values, place });
  const isChanged = known === null || Object.keys(values).length > 0;
  return judged({
    isNew: known === null,
    values,
    shown,
    problems: [...problems, ...missing, ...place.problems, ...validityProblems(after)],
    records: isChanged ? [...place.records, { of: 'driver', before: known, after }] : [],
    settles: keyOf(after),
  });
}

function keyOf({ id }: Driver): string {
  return `driver ${id}`;
}

function withDriverValues(
  { facts }: ImportBench,
  driver: Driver,
  { values, place }: { readonly values: Values; readonly place: Pick<Driver, 'tenantId' | 'groupIds'> },
): Driver {
  return {
    ...driver,
    ...withValidity(driver, values, facts),
    tenantId: place.tenantId,
    groupIds: place.groupIds,
    name: values.name ?? driver.name,
    email: values.email ?? driver.email,
    phone: values.phone ?? driver.phone,
    costCentre: values.costCentre ?? driver.costCentre,
    contract: values.contract ?? driver.contract,
    note: values.note ?? driver.note,
  };
}

/** A driver in the fields of a file. */
export function driverTexts(bench: ImportBench, driver: Driver): Values {
  return {
    name: driver.name,
    email: driver.email,
    phone: driver.phone,
    costCentre: driver.costCentre,
    contract: driver.contract,
    groups: groupsText(bench, driver.groupIds),
    tenant: bench.tenantText(driver.tenantId),
    ...validityTexts(driver, bench.facts.days),
    note: driver.note,
  };
}
