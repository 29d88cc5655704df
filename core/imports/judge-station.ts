import { ruleLeftBehind } from '../access/rule-left-behind.ts';
import { NO_METERING_FLAGS } from '../eichrecht/energy-for-money.ts';
import { type StationId, stationId } from '../shared/ids.ts';
import { watts } from '../shared/units.ts';
import { NOTHING_OWN } from '../stations/behaviour.ts';
import { NO_INVENTORY } from '../stations/inventory.ts';
import { POWER_CLASSES } from '../stations/power-class.ts';
import { type Station, UNKNOWN_IDENTITY } from '../stations/station.ts';
import { groupsText } from './find-references.ts';
import type { ImportBench } from './import-bench.ts';
import type { ImportFacts } from './import-facts.ts';
import { importField } from './import-kind.ts';
import { finding, type ImportProblem } from './import-problem.ts';
import { type JudgedRow, judged, notRead } from './judged-row.ts';
import { isOutOfReach, outOfReach, placeRecord } from './place-record.ts';
import { plainText } from './read-cell.ts';
import { at, type ReadingContext, type RowInput, readField, readRow, type Values } from './row-values.ts';

/** What an AC station delivers at most, as for one that is adopted by hand. */
const USUAL_MAX_POWER = watts(22_000);

/** What a row of a list of stations makes of a station: registered before it has ever come, or told more about. */
export function judgeStation(bench: ImportBench, row: RowInput, context: ReadingContext): JudgedRow {
  const key = keyOf(bench, row, context);
  if (key.problems.length > 0) return notRead(key.problems);
  const known = bench.station(key.value);
  if (known !== null && isOutOfReach(bench, known.tenantId)) return notRead([outOfReach()]);
  const shown = known === null ? null : stationTexts(bench, known);
  const { values, problems } = readRow(row, shown, { context, but: ['identity'] });
  const place = placeRecord(bench, values, { known, of: 'stations' });
  const base = known ?? newStation(bench.facts, stationId(key.value));
  const after = {
    ...withStationValues(base, values),
    tenantId: place.tenantId,
    groupIds: place.groupIds,
    retiredAt: null,
  };
  const isBack = known !== null && known.retiredAt !== null;
  const isChanged = known === null || isBack || Object.keys(values).length > 0;
  return judged({
    isNew: known === null,
    values: known === null ? { identity: key.value, ...values } : values,
    shown,
    problems: [...problems, ...place.problems, ...retired(known, row), ...heldByRule(bench, known, after)],
    records: isChanged
      ? [
          ...place.records,
          {
            of: 'station',
            before: known,
            after,
          },
        ]
      : [],
    settles: `station ${key.value}`,
  });
}

/** A rule that closes a station is not shaken off by a list that hangs it elsewhere. */
function heldByRule({ facts }: ImportBench, known: Station | null, after: Station): readonly ImportProblem[] {
  if (known === null || known.tenantId === after.tenantId) return [];
  // A node that this very import makes hangs below the one that was chosen for new things.
  const tenantId = facts.tenants.has(after.tenantId) ? after.tenantId : facts.tenantId;
  const moved = { before: known, after: { ...after, tenantId } };
  const rule = ruleLeftBehind(facts.rules, moved, { tree: facts.tenants });
  return rule === null ? [] : [at('tenant', finding('held-by-rule'))];
}

/** An identity that is known is right, whatever it looks like. */
function keyOf(bench: ImportBench, row: RowInput, context: ReadingContext) {
  const field = importField('stations', 'identity');
  if (field === null) throw new Error('Stations have an identity');
  const plain = plainText(row.cells.identity, field, context.typedFile || row.typed.has('identity')).value;
  if (bench.station(plain) !== null) return { value: plain, problems: [] };
  return readField(row, field, context);
}

/** One that never came is as good as new; one that worked here has been taken out of use on purpose. */
function retired(known: Station | null, row: RowInput): readonly ImportProblem[] {
  if (known === null || known.retiredAt === null || known.lastSeenAt === null) return [];
  return row.typed.has('identity') ? [] : [at('identity', finding('station-retired', known.id))];
}

function withStationValues(station: Station, values: Values): Station {
  const { identity, inventory } = station;
  const power = values.maxPower === undefined || values.maxPower === '' ? null : Number(values.maxPower);
  return {
    ...station,
    name: values.name === undefined || values.name === '' ? station.name : values.name,
    powerClass:
      values.powerClass === undefined
        ? station.powerClass
        : (POWER_CLASSES.find((one) => one === values.powerClass) ?? null),
    maxPower: power === null ? station.maxPower : watts(power * 1_000),
    identity: {
      ...identity,
      vendor: emptyAsNull(values.vendor, identity.vendor),
      model: emptyAsNull(values.model, identity.model),
      serialNumber: emptyAsNull(values.serialNumber, identity.serialNumber),
    },
    inventory: {
      ...inventory,
      location: values.location ?? inventory.location,
      sim: values.sim ?? inventory.sim,
      installedOn: values.installedOn ?? inventory.installedOn,
      warrantyUntil: values.warrantyUntil ?? inventory.warrantyUntil,
      replaces: values.replaces ?? inventory.replaces,
      note: values.note ?? inventory.note,
    },
  };
}

function emptyAsNull(text: string | undefined, known: string | null): string | null {
  return text === undefined ? known : text === '' ? null : text;
}

function newStation({ now, tenantId }: ImportFacts, id: StationId): Station {
  return {
    id,
    tenantId,
    name: id,
    groupIds: [],
    powerClass: null,
    inventory: NO_INVENTORY,
    adoptedAt: now,
    retiredAt: null,
    identity: UNKNOWN_IDENTITY,
    registration: 'accepted',
    credential: { kind: 'open' },
    missingProtocolAllowed: false,
    maxPower: USUAL_MAX_POWER,
    lastBootAt: null,
    lastSeenAt: null,
    clockOffsetMs: null,
    deviations: {},
    behaviour: NOTHING_OWN,
    metering: NO_METERING_FLAGS,
  };
}

/** A station in the fields of a file. */
export function stationTexts(bench: ImportBench, station: Station): Values {
  const { identity, inventory } = station;
  return {
    identity: station.id,
    name: station.name,
    vendor: identity.vendor ?? '',
    model: identity.model ?? '',
    serialNumber: identity.serialNumber ?? '',
    location: inventory.location,
    groups: groupsText(bench, station.groupIds),
    tenant: bench.tenantText(station.tenantId),
    powerClass: station.powerClass ?? '',
    maxPower: String(station.maxPower / 1_000),
    sim: inventory.sim,
    installedOn: inventory.installedOn,
    warrantyUntil: inventory.warrantyUntil,
    replaces: inventory.replaces,
    note: inventory.note,
  };
}
