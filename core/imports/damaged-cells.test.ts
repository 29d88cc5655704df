import { expect, test } from 'vitest';
import { tenantId } from '../shared/ids.ts';
import { instant } from '../shared/units.ts';
import { ROOT_TENANT, type Tenant } from '../tenants/tenant.ts';
import type { Cell, Sheet } from './cell.ts';
import type { ImportFacts } from './import-facts.ts';
import type { ImportKind } from './import-kind.ts';
import { IMPORT_PROBLEMS, type ImportProblemKind } from './import-problem.ts';
import { planImport } from './plan-import.ts';

const NOON = instant(Date.UTC(2026, 10, 28, 12));
const ROOT: Tenant = {
  id: ROOT_TENANT,
  parentId: null,
  name: 'Werk',
  kind: 'company',
  addedAt: NOON,
  removedAt: null,
};
const TWIN: Tenant = { ...ROOT, id: tenantId(2), parentId: ROOT_TENANT, name: 'Hof' };

const FACTS: ImportFacts = {
  now: NOON,
  days: {
    startOf: (day) => instant(Date.parse(`${day}T00:00:00Z`)),
    endOf: (day) => instant(Date.parse(`${day}T00:00:00Z`) + 86_400_000),
    dayOf: (at) => new Date(at).toISOString().slice(0, 10),
  },
  order: 'day-first',
  tenantId: ROOT_TENANT,
  reaches: () => true,
  groupsReach: () => true,
  makes: { groups: false, tenants: false },
  emptyClears: false,
  by: 'Mara',
  asSeen: null,
  tenants: new Map([ROOT, TWIN, { ...TWIN, id: tenantId(3) }].map((one) => [one.id, one])),
  groups: [],
  known: {
    driver: () => null,
    vehicle: () => null,
    cardByUid: () => null,
    similarTo: () => [],
    vehicleByNumber: () => null,
    assignmentsOf: () => [],
    names: { driversCalled: () => [], driversWithEmail: () => [], vehiclesKnownBy: () => [] },
  },
  stations: [],
  rules: [],
  newId: () => 1,
};

/** What an import makes of one cell; the record's key stands beside it. */
function seen(
  kind: ImportKind,
  field: string,
  { cell, typed = false }: { readonly cell: Cell; readonly typed?: boolean },
) {
  const key = { drivers: 'name', cards: 'uid', vehicles: 'plate', stations: 'identity' }[kind];
  const keyCell = { drivers: 'Ada Lovelace', cards: '04A2B8C1', vehicles: 'S-AB 123', stations: 'HOF 1' }[
    kind
  ];
  const isKey = field === key;
  const sheet: Sheet = {
    headers: isKey ? [key] : [key, field],
    headerLine: 1,
    rows: [{ number: 2, cells: isKey ? [cell] : [keyCell, cell] }],
    brokenLines: [],
    typed,
  };
  const mapping: Record<string, number> = isKey ? { [key]: 0 } : { [key]: 0, [field]: 1 };
  const { rows } = planImport(sheet, { kind, mapping, fixes: new Map(), skips: new Set() }, FACTS);
  return rows[0];
}

const DAMAGED: readonly [ImportKind, string, Cell, ImportProblemKind, (string | null)?][] = [
  ['cards', 'uid', '1,2E+45', 'scientific', null],
  ['cards', 'uid', '1.23457E+12', 'scientific', null],
  ['cards', 'uid', '12E45678', 'like-scientific', null],
  ['cards', 'uid', '4A2B8C1', 'zero-lost', '04A2B8C1'],
  ['cards', 'uid', '4123456', 'zero-lost', '04123456'],
  ['cards', 'uid', '123456789012345000', 'digits-lost', null],
  ['cards', 'uid', '03. Mai', 'made-a-date', '3-5'],
  ['cards', 'uid', 'Mai 26', 'made-a-date', '5-26'],
  ['cards', 'uid', '#NAME?', 'formula-failed', null],
  ['drivers', 'contract', '#WERT!', 'formula-failed', null],
  ['cards', 'uid', '########', 'column-too-narrow', null],
  ['cards', 'holder', '=HYPERLINK("http://x")', 'formula'],
  ['cards', 'uid', '="04123456"', 'text-formula', null],
  ['cards', 'uid', '12345678.0', 'trailing-zero', null],
  ['cards', 'holder', 'Jörg\u00A0Müller', 'odd-blanks', null],
  ['cards', 'holder', 'Jörg\u200BMüller', 'hidden-signs', null],
  ['cards', 'holder', '„Jörg Müller“', 'smart-quotes', null],
  ['cards', 'holder', 'Ｊｏｅｒｇ', 'full-width', null],
  ['cards', 'holder', 'Jörg\nMüller', 'line-break', null],
  ['cards', 'holder', 'JÃ¶rg MÃ¼ller', 'wrong-encoding', 'Jörg Müller'],
  ['cards', 'holder', 'J\uFFFDrg', 'letter-lost', null],
  ['cards', 'holder', 'M?ller', 'question-mark', null],
  ['cards', 'holder', 'M&uuml;ller &amp; Co', 'html-entity', 'Müller & Co'],
  ['drivers', 'costCentre', 'n/a', 'placeholder', null],
  ['cards', 'holder', 'x'.repeat(101), 'too-long', 'x'.repeat(100)],
  ['cards', 'uid', '', 'missing', null],
  ['cards', 'uid', '0x04A2B8C1', 'hex-prefix', null],
  ['cards', 'uid', 'O4A2B8C1', 'letter-for-digit', '04A2B8C1'],
  ['cards', 'uid', '04А2В8С1', 'letter-for-digit', '04A2B8C1'],
  ['cards', 'uid', '04A2B8C1F', 'odd-length', null],
  ['cards', 'uid', 'KÄRTE', 'not-a-card-number', null],
  ['cards', 'uid', 'DE-ABC-C12345678-9012X', 'longer-than-ocpp', null],
  ['cards', 'uid', '08A2B8C1', 'random-number', null],
  ['cards', 'uid', '00000000', 'blank-number', null],
  ['cards', 'expiresOn', 'bald', 'not-a-day', null],
  ['cards', 'expiresOn', '31.02.2027', 'no-such-day', '2027-02-28'],
  ['cards', 'expiresOn', '03/04/2027', 'month-or-day-first', '2027-04-03'],
  ['cards', 'expiresOn', '31.12.27', 'short-year', '2027-12-31'],
  ['cards', 'expiresOn', '46387', 'day-as-number', null],
  ['cards', 'expiresOn', '01.01.1904', 'spreadsheet-zero-day', ''],
  ['vehicles', 'battery', 'groß', 'not-a-number', null],
  ['vehicles', 'battery', '77 kW', 'unit-unknown', null],
  ['vehicles', 'battery', '77000', 'unit-likely-wrong', '77'],
  ['vehicles', 'battery', '1.234', 'thousands-or-decimals', '1.234'],
  ['vehicles', 'acPower', '-11', 'out-of-range', null],
  ['cards', 'blocked', 'vielleicht', 'not-yes-or-no', null],
  ['stations', 'powerClass', 'Schnelllader', 'unknown-power-class', 'DC'],
  ['drivers', 'email', 'ada(at)werk.de', 'not-an-email', 'ada@werk.de'],
  ['drivers', 'phone', 'Apparat drei', 'not-a-phone', null],
  ['drivers', 'phone', '491701234567', 'zero-lost', '+491701234567'],
  ['stations', 'identity', 'S'.repeat(49), 'not-an-identity', 'S'.repeat(48)],
  ['drivers', 'groups', 'Außendienst', 'unknown-group', null],
  ['drivers', 'tenant', 'Lager', 'unknown-tenant', null],
  ['drivers', 'tenant', 'Hof', 'ambiguous-tenant', null],
];

test.each(DAMAGED)('%s: %s %j is %s', (kind, field, cell, problem, suggestion) => {
  const row = seen(kind, field, { cell });
  const found = row?.problems.find((one) => one.kind === problem);
  expect(found, JSON.stringify(row?.problems)).toBeDefined();
  if (suggestion !== undefined) expect(found?.suggestion).toBe(suggestion);
  expect(row?.verdict).toBe(IMPORT_PROBLEMS[problem] === 'hint' ? 'new' : 'error');
});

test.each<[ImportKind, string, Cell, ImportProblemKind]>([
  ['cards', 'uid', { day: '2026-05-03' }, 'made-a-date'],
  ['drivers', 'costCentre', { day: '2026-05-03' }, 'made-a-date'],
  ['drivers', 'costCentre', true, 'made-truth'],
  ['cards', 'uid', 41_234_567_890_123_000_000, 'digits-lost'],
  ['cards', 'uid', 1.2e45, 'scientific'],
  ['cards', 'uid', 4_123_456, 'zero-lost'],
  ['cards', 'uid', "'04123456", 'text-mark'],
])('a cell of a workbook, %s: %s %j is %s', (kind, field, cell, problem) => {
  expect(seen(kind, field, { cell, typed: true })?.problems.map((one) => one.kind)).toContain(problem);
});

test.each<[ImportKind, string, Cell]>([
  ['cards', 'uid', '04:A2:B8:C1'],
  ['cards', 'uid', '04 a2 b8 c1'],
  ['cards', 'uid', '04A2B8C1D2E380'],
  ['cards', 'uid', '1234567890'],
  ['cards', 'uid', 'DE-ABC-C12345678-9'],
  ['cards', 'expiresOn', '31.12.2027'],
  ['cards', 'expiresOn', '2027-12-31'],
  ['cards', 'expiresOn', '12/31/2027'],
  ['cards', 'expiresOn', '31. Dezember 2027'],
  ['cards', 'expiresOn', 'unbefristet'],
  ['cards', 'blocked', 'Nein'],
  ['cards', 'maxConcurrent', 'beliebig'],
  ['vehicles', 'battery', '77,4 kWh'],
  ['vehicles', 'battery', '77400 Wh'],
  ['vehicles', 'odometer', '12.345 km'],
  ['drivers', 'phone', '+49 711 1234-56'],
  ['drivers', 'name', "Siobhán O'Neill"],
  ['drivers', 'name', "'t Hooft"],
  ['drivers', 'contract', '00123'],
  ['stations', 'powerClass', 'hpc'],
])('%s: %s %j is sound', (kind, field, cell) => {
  const row = seen(kind, field, { cell });
  expect(row?.problems).toEqual([]);
  expect(row?.verdict).toBe('new');
});

test('a person who types a value as it is has settled the doubt, but not what cannot be', () => {
  const sheet: Sheet = {
    headers: ['uid'],
    headerLine: 1,
    rows: [
      { number: 2, cells: ['4A2B8C1'] },
      { number: 3, cells: ['1,2E+45'] },
    ],
    brokenLines: [],
    typed: false,
  };
  const fixes = new Map([
    [2, { uid: '4A2B8C1' }],
    [3, { uid: '1,2E+45' }],
  ]);
  const { rows } = planImport(sheet, { kind: 'cards', mapping: { uid: 0 }, fixes, skips: new Set() }, FACTS);
  expect(rows.map(({ verdict }) => verdict)).toEqual(['new', 'error']);
});

test('every row of a file is about a card of its own, in whatever spelling', () => {
  const uids = ['04A2B8C1', '04A2B8C1', 'C1B8A204', '77772993'];
  const sheet: Sheet = {
    headers: ['uid'],
    headerLine: 1,
    rows: uids.map((uid, index) => ({ number: index + 2, cells: [uid] })),
    brokenLines: [],
    typed: false,
  };
  const wish = { kind: 'cards', mapping: { uid: 0 }, fixes: new Map(), skips: new Set<number>() } as const;
  const { rows } = planImport(sheet, wish, FACTS);
  expect(rows.map(({ problems }) => problems.map(({ kind, about }) => `${kind} ${about}`))).toEqual([
    [],
    ['duplicate 2'],
    ['twin-in-file 2'],
    ['twin-in-file 2'],
  ]);
});
