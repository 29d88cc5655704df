import { afterAll, beforeAll, expect, test } from 'vitest';
import { CSV_TYPE } from '#api/imports.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';

let site: TestSite;

beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

const ROWS = 5_000;
const COLUMNS = [
  'uid',
  'driver',
  'email',
  'phone',
  'contract',
  'expiresOn',
  'blocked',
  'groups',
  'tenant',
  'plate',
] as const;
type Column = (typeof COLUMNS)[number];

/** Forty ways in which a row arrives damaged, and what each is called. */
const DAMAGE: readonly (readonly [Column, string, string])[] = [
  ['uid', '1,2E+45', 'scientific'],
  ['uid', '1.23457E+12', 'scientific'],
  ['uid', '4A2B8C1', 'zero-lost'],
  ['uid', '123456789012345000', 'digits-lost'],
  ['uid', '03. Mai', 'made-a-date'],
  ['uid', '#NAME?', 'formula-failed'],
  ['uid', '########', 'column-too-narrow'],
  ['uid', '=A2', 'formula'],
  ['uid', '', 'missing'],
  ['uid', 'O4A2B8C1', 'letter-for-digit'],
  ['uid', '04A2B8C1F', 'odd-length'],
  ['uid', 'GARAGE', 'unlike-others'],
  ['uid', 'KÄRTE', 'not-a-card-number'],
  ['uid', '08A2B8C1', 'random-number'],
  ['uid', '00000000', 'blank-number'],
  ['uid', 'FFFFFFFFFFFFFF', 'blank-number'],
  ['driver', 'MÃ¼ller', 'wrong-encoding'],
  ['driver', 'M\uFFFDller', 'letter-lost'],
  ['driver', 'M?ller', 'question-mark'],
  ['driver', 'M&uuml;ller', 'html-entity'],
  ['driver', '#WERT!', 'formula-failed'],
  ['driver', '@SUM(A1)', 'formula'],
  ['driver', 'x'.repeat(101), 'too-long'],
  ['email', 'ada(at)werk.de', 'not-an-email'],
  ['email', 'ada@werk,de', 'not-an-email'],
  ['email', 'ada', 'not-an-email'],
  ['phone', '4,91701E+11', 'scientific'],
  ['phone', '491701234567', 'zero-lost'],
  ['phone', 'Apparat drei', 'not-a-phone'],
  ['contract', '1,00E+15', 'scientific'],
  ['contract', 'Jan 26', 'made-a-date'],
  ['contract', '1.234.567', 'thousands-or-decimals'],
  ['expiresOn', 'bald', 'not-a-day'],
  ['expiresOn', '31.02.2027', 'no-such-day'],
  ['expiresOn', '03/04/2027', 'month-or-day-first'],
  ['expiresOn', '31.12.27', 'short-year'],
  ['expiresOn', '00.01.1900', 'no-such-day'],
  ['expiresOn', '01.01.1904', 'spreadsheet-zero-day'],
  ['blocked', 'vielleicht', 'not-yes-or-no'],
  ['groups', 'Unbekannt AG', 'unknown-group'],
  ['tenant', 'Unbekannt GmbH', 'unknown-tenant'],
  ['plate', '05. Mrz', 'made-a-date'],
];

function row(index: number): Record<Column, string> {
  return {
    uid: `04${index.toString(16).toUpperCase().padStart(12, '0')}`,
    driver: `Fahrer ${index}`,
    email: `fahrer.${index}@werk.de`,
    phone: '+49 711 123456',
    contract: `V-${index}`,
    expiresOn: '31.12.2027',
    blocked: 'nein',
    groups: '',
    tenant: '',
    plate: `S-AB ${index}`,
  };
}

test('of 5,000 rows every damaged one is named and every sound one taken, at once', async () => {
  const damaged = new Map<number, string>();
  const lines = Array.from({ length: ROWS }, (_, index) => {
    const cells = row(index);
    // Three of each kind, spread over the file.
    const kind = index % 40 === 7 ? DAMAGE[Math.floor(index / 40) % DAMAGE.length] : undefined;
    if (kind !== undefined) {
      cells[kind[0]] = kind[1];
      damaged.set(index + 2, kind[2]);
    }
    return COLUMNS.map((column) => `"${cells[column]}"`).join(';');
  });
  expect(new Set(damaged.values()).size).toBeGreaterThanOrEqual(25);
  const text = `${COLUMNS.join(';')}\r\n${lines.join('\r\n')}\r\n`;
  const sent = { text, headers: { 'content-type': CSV_TYPE } };
  const draft = (await site.api.send('POST', '/api/v1/imports/cards/drafts', sent)).json;
  const wish = { mapping: draft.mapping };

  const dry = (
    await site.api.post(`/import-drafts/${draft.id}/dry-run`, { ...wish, verdicts: ['error'], limit: 1_000 })
  ).json;
  const named = new Map(
    dry.items.map((one: { number: number; problems: { kind: string }[] }) => [
      one.number,
      one.problems.map(({ kind }) => kind),
    ]),
  );
  expect([...named.keys()]).toEqual([...damaged.keys()]);
  for (const [number, kind] of damaged) expect(named.get(number), `row ${number}`).toContain(kind);

  const began = performance.now();
  const run = await site.api.post(`/import-drafts/${draft.id}/run`, wish);
  const tookMs = performance.now() - began;
  expect(run.json.counts).toEqual({
    new: ROWS - damaged.size,
    changed: 0,
    unchanged: 0,
    error: damaged.size,
    skipped: 0,
  });
  // Five seconds are promised and measured by the benchmark; this machine may be busy with other tests.
  expect(tookMs).toBeLessThan(40_000);

  const left = (await site.api.get(`/imports/${run.json.id}/left-rows`)).text;
  expect(left.trim().split('\r\n')).toHaveLength(damaged.size + 1);
  const undone = (await site.api.post(`/imports/${run.json.id}/undo`)).json;
  expect(undone.kept).toEqual([]);
  expect((await site.api.get('/cards')).json.items).toEqual([]);
}, 120_000);
