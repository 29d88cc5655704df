import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterEach, expect, test } from 'vitest';
import { cardUid } from '#core/access/card-uid.ts';
import type { Change } from '#core/changes.ts';
import { sessionId, stationId, transactionId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import { endedSession, NOON, runningSession } from '#store/testing/records.ts';
import { startSite, type TestSite } from '../../testing/start-site.ts';
import { flatTariff } from '../../testing/tariff-examples.ts';
import { COLUMN_TITLES } from './session-columns.ts';

let site: TestSite;

afterEach(() => site.stop());

const columns = Object.keys(COLUMN_TITLES);

test('programs get comma, point and UTC; spreadsheets get what their region expects', async () => {
  site = await startSite();
  await charge({ name: 'Hof; "Süd", ganz links', holder: 'Jörg Müßig', minutesAgo: 60, wh: 12_345 });
  const plain = await site.api.get('/sessions?format=csv');
  expect(plain.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': expect.stringMatching(
      /^attachment; filename="ladehaus-sessions-\d{4}-\d\d-\d\d\.csv"$/,
    ),
  });
  const [head, row, ...more] = parsed(plain.text, ',');
  expect([head, more]).toEqual([columns, []]);
  expect(named(row)).toMatchObject({
    stationName: 'Hof; "Süd", ganz links',
    holder: 'Jörg Müßig',
    energyKwh: '12.345',
    startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    state: 'ended',
  });

  const german = (await site.api.get('/sessions?format=csv-excel')).text;
  expect(german.startsWith('\uFEFF')).toBe(true);
  const [titles, cells] = parsed(german.slice(1), ';');
  expect(titles?.slice(0, 4)).toEqual(['Ladevorgang', 'Zustand', 'Beginn', 'Ende']);
  expect(named(cells)).toMatchObject({
    stationName: 'Hof; "Süd", ganz links',
    energyKwh: '12,345',
    startedAt: expect.stringMatching(/^\d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d$/),
  });
  await site.api.patch('/site', { region: 'en-GB' });
  const british = (await site.api.get('/sessions?format=csv-excel&language=en')).text;
  const [englishTitles, englishCells] = parsed(british.slice(1), ',');
  expect(englishTitles?.[2]).toBe('Start');
  expect(named(englishCells)).toMatchObject({
    energyKwh: '12.345',
    startedAt: expect.stringMatching(/^\d\d\/\d\d\/\d{4} /),
  });
});

test('a spreadsheet tells states in the words of the interface, and amounts as money', async () => {
  site = await startSite();
  const { id: tariffId } = (await site.api.post('/tariffs', { name: 'Hof', draft: flatTariff(500_000) }))
    .json;
  await site.api.post(`/tariffs/${tariffId}/versions`, {});
  await site.api.post('/tariff-rules', { tariffId, target: { kind: 'default' } });
  // It is in force when they begin, an hour from now.
  site.clock.advance(7_200_000);
  await charge({ id: 'A', minutesAgo: -60, wh: 13_000 });
  await charge({ id: 'B', minutesAgo: -60, wh: 15_000 });
  const { items } = (await site.api.get('/sessions?stationId=B')).json;
  await expect
    .poll(async () => (await site.api.get(`/sessions/${items[0].id}/price`)).json.state)
    .toBe('priced');
  await site.api.post(`/sessions/${items[0].id}/price`, { how: { kind: 'waive' }, note: 'a favour' });

  const german = parsed((await site.api.get('/sessions?format=csv-excel')).text.slice(1), ';').slice(1);
  expect(german.map(named).toSorted(byStation)).toMatchObject([
    {
      state: 'Beendet',
      priceState: 'festgestellt',
      amountExclVat: '5,46',
      amountInclVat: '6,50',
      currency: 'EUR',
    },
    { state: 'Beendet', priceState: 'erlassen', amountInclVat: '' },
  ]);
  const english = (await site.api.get('/sessions?format=csv-excel&language=en')).text.slice(1);
  expect(
    parsed(english, ';')
      .slice(1)
      .map(named)
      .toSorted(byStation)
      .map(({ state, priceState }) => [state, priceState]),
  ).toEqual([
    ['Ended', 'priced'],
    ['Ended', 'waived'],
  ]);
  // Programs get the words that never change.
  const plain = parsed((await site.api.get('/sessions?format=csv')).text, ',').slice(1);
  expect(plain.map(named).toSorted(byStation)).toMatchObject([
    { state: 'ended', priceState: 'priced', amountInclVat: '6.5' },
    { state: 'ended', priceState: 'waived' },
  ]);
});

test('a cell is never a formula, and a line of the file is never more than one session', async () => {
  site = await startSite();
  for (const [index, payload] of PAYLOADS.entries())
    await charge({
      name: payload.slice(0, 100),
      holder: payload,
      minutesAgo: 200 - index * 2,
      wh: 10,
      id: `S-${index}`,
    });
  for (const [format, delimiter] of [
    ['csv', ','],
    ['csv-excel', ';'],
  ] as const) {
    const text = (await site.api.get(`/sessions?format=${format}`)).text.replace('\uFEFF', '');
    const rows = parsed(text, delimiter);
    expect(rows).toHaveLength(PAYLOADS.length + 1);
    for (const row of rows) {
      expect(row).toHaveLength(columns.length);
      for (const cell of row) expect(cell, cell).not.toMatch(/^[=+\-@\t\r\n\0＝＋－＠]/);
    }
    // Nothing is lost: whoever reads the file gets each text back, but for the apostrophe.
    const holders = rows.slice(1).map((row) => named(row).holder?.replace(/^'/, ''));
    expect(holders).toEqual(PAYLOADS.map((payload) => payload.trim().replace(/^'/, '')));
  }
});

test('card numbers and identities come through a spreadsheet as they are', async () => {
  site = await startSite();
  const uids = [
    '04123456',
    '12E45678',
    '0412345678901234567890',
    '1-2',
    '3/4',
    'MAR5',
    '1.5',
    '04A2B3C4',
    'TRUE',
  ];
  for (const [index, idTag] of uids.entries())
    await charge({ id: index === 0 ? '007' : `S-${index}`, minutesAgo: 100 - index, wh: 10, idTag });
  const rows = parsed((await site.api.get('/sessions?format=csv-excel')).text.slice(1), ';').slice(1);
  const cards = rows.map((row) => named(row).cardUid ?? '');
  for (const cell of cards) expect(looksLikeNumberOrDate(cell), cell).toBe(false);
  expect(cards.map((cell) => cell.replaceAll(/[' ]/g, ''))).toEqual(uids);
  expect(rows.map((row) => named(row).stationId)[0]).toBe("'007");
  const plain = parsed((await site.api.get('/sessions?format=csv')).text, ',').slice(1);
  expect(plain.map((row) => named(row).cardUid)).toEqual(uids);
});

test('the JSON file holds what the list does, and an empty site has empty files', async () => {
  site = await startSite();
  expect((await site.api.get('/sessions?format=json')).json).toEqual([]);
  expect(parsed((await site.api.get('/sessions?format=csv')).text, ',')).toEqual([columns]);
  await charge({ id: 'A', minutesAgo: 60, wh: 1_000 });
  await charge({ id: 'B', minutesAgo: 30, wh: 2_000 });
  const { json } = await site.api.get('/sessions?format=json');
  expect(json).toEqual((await site.api.get('/sessions?sort=started-asc')).json.items);
  expect((await site.api.get('/sessions?format=json&stationId=B')).json).toHaveLength(1);
});

test('ten thousand sessions are exported while stations are served, and paged without a gap', async () => {
  site = await startSite();
  await site.adopt('OLD');
  await fill(10_000);
  const station = await site.station('A');
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const [file, json] = await Promise.all([
    site.api.get('/sessions?format=csv-excel'),
    site.api.get('/sessions?format=json'),
    ...Array.from({ length: 20 }, () => station.ok('Heartbeat', {})),
  ]);
  delay.disable();
  expect(delay.max / 1e6).toBeLessThan(250);
  expect(file.text.split('\r\n')).toHaveLength(10_002);
  expect(json.json).toHaveLength(10_000);

  const seen: number[] = [];
  let cursor: string | null = null;
  do {
    const more: string = cursor === null ? '' : `&cursor=${cursor}`;
    const page: { items: { id: number }[]; next: string | null } = (
      await site.api.get(`/sessions?limit=500${more}`)
    ).json;
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null);
  expect(new Set(seen).size).toBe(10_000);
  expect((await site.api.get('/sessions?cursor=bm9uc2Vuc2U')).json.code).toBe('invalid-cursor');
});

test('a reader who goes away in the middle leaves nothing behind', async () => {
  site = await startSite();
  await site.adopt('OLD');
  await fill(3_000);
  const cookie = [...site.api.cookies].map((pair) => pair.join('=')).join('; ');
  for (let round = 0; round < 5; round += 1) {
    const ending = new AbortController();
    const answer = await fetch(`${site.server.uiUrl}api/v1/sessions?format=json`, {
      headers: { cookie },
      signal: ending.signal,
    });
    await answer.body?.getReader().read();
    ending.abort();
  }
  expect((await site.api.get('/sessions?format=json')).json).toHaveLength(3_000);
  expect(site.errors).toEqual([]);
});

/** What OWASP and people with too much time put into names. */
const PAYLOADS = [
  '=cmd|"/c calc"!A1',
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '=HYPERLINK("http://x")',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  'a\n=1+1',
  'a\r=1+1',
  'a\r\n=1+1',
  'a\n+1',
  '"=1+1',
  '";=1+1',
  '",=1+1',
  "'=1+1",
  ';=1+1',
  ',=1+1',
  'x;y',
  'x,y',
  'x"y',
  'x""y',
  '"x"',
  '""',
  '"><img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '#{7*7}',
  '{{7*7}}',
  ']]>',
  '&x;',
  '\u001b[31mred',
  'a\u202egnp.exe',
  'a\u0000b',
  'a\tb',
  'Ä;Ö,Ü"ß',
  '日本語',
  '😀;😀',
  '%0a=1+1',
];

interface Charge {
  readonly id?: string;
  readonly name?: string;
  readonly holder?: string;
  readonly idTag?: string;
  readonly minutesAgo: number;
  readonly wh: number;
}

async function charge({
  id = 'S-1',
  name = id,
  holder,
  minutesAgo,
  wh,
  idTag = `CARD-${id}`,
}: Charge): Promise<void> {
  await site.adopt(id, { name: name.trim() === '' ? id : name });
  const station = await site.station(id);
  if (holder !== undefined) await site.api.post('/cards', { uid: idTag, holder });
  const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  const start = { connectorId: 1, idTag, meterStart: 0, timestamp: at(minutesAgo) };
  const { transactionId: transaction } = await station.ok('StartTransaction', start);
  await station.ok('StopTransaction', {
    transactionId: transaction,
    meterStop: wh,
    timestamp: at(minutesAgo - 59),
  });
  station.socket.terminate();
}

async function fill(count: number): Promise<void> {
  const changes = Array.from({ length: count }, (_, index): Change => {
    const session = runningSession(index + 1, {
      id: sessionId(index + 1),
      transactionId: transactionId(index + 1),
      stationId: stationId('OLD'),
      cardUid: cardUid('04A2B3'),
      start: {
        ...runningSession(1).start,
        at: instant(NOON + Math.floor(index / 3) * 60_000),
        key: `k${index}`,
      },
    });
    return { kind: 'add-session', session: endedSession(session, index) };
  });
  for (let from = 0; from < count; from += 500)
    await site.store.submit({
      decide: () => ({ changes: changes.slice(from, from + 500), value: undefined }),
      undo: () => undefined,
    });
}

function named(row: readonly string[] | undefined): Record<string, string | undefined> {
  return Object.fromEntries(columns.map((column, index) => [column, row?.[index]]));
}

function byStation(a: Record<string, string | undefined>, b: Record<string, string | undefined>): number {
  return (a.stationId ?? '').localeCompare(b.stationId ?? '');
}

function looksLikeNumberOrDate(cell: string): boolean {
  return /^\d+([.,]\d+)?$|^\d+E\d+$|^\d+[-/.]\d+$|^[A-Z]{3}\d+$|^(TRUE|FALSE)$/i.test(cell);
}

/** A CSV reader after RFC 4180 that owes nothing to the writer. */
function parsed(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted && letter === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && letter === delimiter) {
      row.push(cell);
      cell = '';
    } else if (!quoted && (letter === '\n' || letter === '\r')) {
      if (letter === '\r' && text[at + 1] === '\n') at += 1;
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += letter;
  }
  return rows;
}
