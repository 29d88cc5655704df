import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { IMPORT_FIELDS, IMPORT_KINDS, type ImportKind } from '#api/import-fields.ts';
import { CSV_TYPE, XLSX_TYPE } from '#api/imports.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';

let site: TestSite;

/** What a station, a file or a program may have put into a name; none of it may run anywhere. */
const ODD = [
  '=cmd|calc!A0',
  '+1-1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  "'=1",
  "O'Neill",
  '"quoted"',
  'semi;colon, comma',
  'two\nlines',
  'CR\r\nLF',
  '<img onerror=alert(1)>',
  '{{y}} &x; ]]>',
  '007',
  '1,5',
  '12E4',
  'MAR5',
  '3-5',
  'TRUE',
  'FALSCH',
  '2026-03-01',
  'Müller & Söhne',
  'MÃ¼ller',
  'M?ller',
  'n/a',
  '\u202Egnal',
  'a\u00A0b',
  '\uFF1Dfull',
  '\u001B[31mred',
  '###',
  '#NAME?',
  '😀 emoji',
  ' spaces  inside ',
];

beforeAll(async () => {
  site = await startSite();
  const group = (await site.api.post('/groups', { of: 'users', tenantId: 1, name: 'Pool; süd' })).json;
  for (const [index, text] of ODD.entries()) {
    const driver = await site.api.post('/drivers', {
      tenantId: 1,
      name: `${text} ${index}`,
      contract: text,
      note: text,
      groupIds: [group.id],
    });
    expect(driver.status, driver.text).toBe(201);
    const vehicle = await site.api.post('/vehicles', {
      tenantId: 1,
      plate: `S-AB ${index}`,
      label: text,
      batteryWh: 77_400,
    });
    expect(vehicle.status, vehicle.text).toBe(201);
    const card = await site.api.post('/cards', {
      uid: `04A2B8${String(index).padStart(2, '0')}`,
      holder: text,
      label: text,
    });
    expect(card.status, card.text).toBe(201);
    await site.api.post('/assignments', {
      cardId: card.json.id,
      driverId: driver.json.id,
      vehicleId: vehicle.json.id,
    });
    await site.api.post('/stations', { id: `HOF ${index}`, name: `${text} ${index}` });
  }
  for (const uid of ['4711', '12E45678', '1234567', 'DE-ABC-C12345678-9', '04A2B8C1D2E3801']) {
    const card = await site.api.post('/cards', { uid, holder: uid });
    expect(card.status, card.text).toBe(201);
  }
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

describe.each(IMPORT_KINDS)('a list of %s', (kind) => {
  test.each([
    ['xlsx', 'de'],
    ['xlsx', 'en'],
    ['csv', 'de'],
    ['csv', 'en'],
  ] as const)('written as %s in %s comes back as it went', async (format, language) => {
    const file = await download(`/exports/${kind}?format=${format}&language=${language}`);
    const draft = await upload(kind, file, format === 'csv' ? CSV_TYPE : XLSX_TYPE);
    expect(Object.keys(draft.mapping).toSorted()).toEqual([...IMPORT_FIELDS[kind]].toSorted());
    const wish = { mapping: draft.mapping, options: { emptyClears: true }, limit: 1_000 };
    const seen = (await site.api.post(`/import-drafts/${draft.id}/dry-run`, wish)).json;
    const odd = seen.items.filter(({ verdict }: { verdict: string }) => verdict !== 'unchanged');
    expect(odd).toEqual([]);
    expect(seen.counts.unchanged).toBeGreaterThanOrEqual(ODD.length);
  });

  test('holds no cell that a spreadsheet would run', async () => {
    const text = (await download(`/exports/${kind}?format=csv`)).toString();
    for (const line of text.replace(/^\uFEFF/, '').split('\r\n'))
      for (const cell of line.split(';')) expect(cell.replace(/^"/, '')).not.toMatch(/^[=+@\t]|^-./);
  });
});

function download(path: string): Promise<Buffer> {
  const headers = { cookie: [...site.api.cookies].map((pair) => pair.join('=')).join('; ') };
  return new Promise((resolve, reject) => {
    get(`${site.server.uiUrl}api/v1${path}`, { headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve(Buffer.concat(parts)));
    }).on('error', reject);
  });
}

async function upload(kind: ImportKind, file: Buffer, type: string) {
  const answer = await fetch(`${site.server.uiUrl}api/v1/imports/${kind}/drafts`, {
    method: 'POST',
    body: new Uint8Array(file),
    headers: { 'content-type': type, cookie: [...site.api.cookies].map((pair) => pair.join('=')).join('; ') },
  });
  const draft = (await answer.json()) as { readonly id: string; readonly mapping: Record<string, number> };
  expect(answer.status, JSON.stringify(draft)).toBe(201);
  return draft;
}
