import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from 'vitest';
import type { OcpiNote, OcpiTariff } from '#api/ocpi-tariffs.ts';
import type { OcpiNoteKind } from '#core/tariffs/ocpi/ocpi-note.ts';
import { readOcpiSession } from '#core/tariffs/ocpi/read-session.ts';
import { priceSession } from '#core/tariffs/price-session.ts';
import { wallDays } from '../../site/wall-days.ts';
import { signedInPerson } from '../../testing/signed-in-person.ts';
import { startSite, type TestSite } from '../../testing/start-site.ts';
import { flatTariff } from '../../testing/tariff-examples.ts';
import { tariffOf } from './tariff-model.ts';

let site: TestSite;

beforeAll(async () => {
  site = await startSite();
});

afterAll(() => site.stop());

const ENERGY = { type: 'ENERGY', price: 0.41, vat: 19, step_size: 100 };
const FILE = { id: 'T-12', currency: 'EUR', tax_included: 'YES', elements: [{ price_components: [ENERGY] }] };

test('a tariff comes back as a draft that can be added, and nothing is stored meanwhile', async () => {
  const [item] = await readAll({
    ...FILE,
    end_date_time: '2027-01-01T01:00:00+01:00',
    tariff_alt_text: [{ language: 'de', text: 'Am Hof' }],
  });
  expect(item).toMatchObject({
    ...{ ocpiId: 'T-12', path: '', text: 'Am Hof' },
    draft: { ...flatTariff(410_000) },
    notes: [
      {
        kind: 'ends',
        weight: 'price',
        path: 'end_date_time',
        element: null,
        value: '2027-01-01T00:00:00.000Z',
      },
      {
        ...{ kind: 'step-size', weight: 'price', path: 'elements[0].price_components[0].step_size' },
        ...{ element: 0, component: 0, dimension: 'energy', value: '100' },
      },
    ],
  });
  expect((await site.api.get('/tariffs')).json.items).toEqual([]);
  const added = await add(item);
  expect(added.draft).toEqual(item?.draft);
  await site.api.delete(`/tariffs/${added.id}`);
});

test('of a list those are read that can be, and of the others it is said why not', async () => {
  const { json } = await read({ status_code: 1000, data: [{ id: 'BAD', currency: 'EUR' }, FILE, 7] });
  expect(json.items).toMatchObject([{ ocpiId: 'T-12', path: 'data[1]' }]);
  expect(json.items[0].notes).toMatchObject([
    { path: 'data[1].elements[0].price_components[0].step_size', element: 0 },
  ]);
  expect(json.unreadable).toEqual([
    { ocpiId: 'BAD', fault: { kind: 'missing', path: 'data[0].elements' } },
    { ocpiId: null, fault: { kind: 'not-a', path: 'data[2]', wanted: 'object' } },
  ]);
});

test.each([
  [{ ...FILE, currency: 'Euro' }, 'unknown-word', 'currency says "EURO", which OCPI does not know there'],
  [[], 'empty-list', 'the document holds nothing that could be paid for'],
  [null, 'not-a', 'the document is no object'],
  ['tariff', 'not-a', 'the document is no object'],
  [[{ ...FILE, elements: [{}] }], 'missing', '[0].elements[0].price_components is missing'],
])('what holds no tariff that can be read is one problem, with its place: %j', async (body, kind, detail) => {
  const { status, json } = await read(body);
  expect(status).toBe(422);
  expect(json).toMatchObject({ code: 'ocpi-unreadable', detail, ocpi: { kind } });
});

test('a tariff in another currency than the prices of the site is told apart', async () => {
  const { id } = await add((await readAll(FILE))[0]);
  await site.api.post(`/tariffs/${id}/versions`, { from: '2099-01-01T00:00:00Z' });
  const [item] = await readAll({ ...FILE, currency: 'CHF' });
  expect(item?.notes[0]).toMatchObject({ kind: 'other-currency', value: 'EUR' });
});

test('what is larger than a request may be is refused', async () => {
  expect((await read({ ...FILE, id: 'x'.repeat(1_000_001) })).status).toBe(413);
});

test('whoever is not signed in, or may not read tariffs, has no file read', async () => {
  expect((await site.stranger().post('/ocpi-tariffs', FILE)).status).toBe(401);
  const wish = { tenantId: 1, name: 'Nur Stationen', permissions: ['stations.read'] };
  const { key } = (await site.api.post('/roles', wish)).json;
  const { client } = await signedInPerson(site, { name: 'Ohne', grants: [{ tenantId: 1, role: key }] });
  expect((await client.post('/ocpi-tariffs', FILE)).status).toBe(403);
});

test('the API tells of the very notes that there are', () => {
  expectTypeOf<OcpiNote['kind']>().toEqualTypeOf<OcpiNoteKind>();
});

const FOLDER = process.env.LADEHAUS_VECTORS;

describe.skipIf(FOLDER === undefined)('tariffs and CDRs of OCPI (LADEHAUS_VECTORS)', () => {
  const root = path.join(FOLDER ?? '', 'ocpi');
  const files = FOLDER === undefined ? [] : filesUnder(root);
  const tariffs = files.filter((file) => /tariff/.test(path.basename(file)));
  const cdrs = files.filter((file) => /cdr/.test(file) && !/output_price/.test(file));

  test('all are there', () => {
    expect([tariffs.length, cdrs.length]).toEqual([66, 12]);
  });

  test.each(tariffs)('%s comes in as a draft that can be added', async (file) => {
    const items = await readAll(json(root, file));
    expect(items).toHaveLength(1);
    expect((await add(items[0])).draft).toEqual(items[0]?.draft);
  });

  test.each(cdrs)(
    '%s costs by the draft what its CDR says, wherever no note says otherwise',
    async (file) => {
      const cdr = json(root, file) as Cdr;
      // A tariff stands in its CDR, or beside it.
      const [item] = await readAll(cdr.tariffs?.[0] ?? json(root, path.dirname(file), 'tariff.json'));
      expect(item?.notes.some(({ kind }) => kind === 'step-size')).toBe(file in WITHOUT_BLOCKS);
      const { excl_vat, incl_vat } = cdr.total_cost;
      const wanted = WITHOUT_BLOCKS[file] ?? KNOWN_WRONG[file] ?? [cents(excl_vat), cents(incl_vat)];
      // Programs of others compare in UTC.
      const zone = file.startsWith('tandemdrive') ? 'UTC' : 'Europe/Brussels';
      expect(totalOf(item, cdr, zone)).toEqual(wanted);
    },
  );
});

interface Cdr {
  readonly total_cost: { readonly excl_vat?: number; readonly incl_vat?: number };
  readonly tariffs?: readonly unknown[];
}

/** What a note says is not billed here: the blocks in which time and energy are sold there. */
const WITHOUT_BLOCKS: Readonly<Record<string, readonly number[]>> = {
  'spec-2.2.1/cdr_example.json': [395, 435],
  'spec-2.3.0/cdr_example.json': [395, 435],
  'tandemdrive-test_data/simple_3hour_5parking/cdr1.json': [1_100, 1_245],
  'tandemdrive-test_data/step_size/cdr1.json': [33, 33],
  'tandemdrive-test_data/step_size_energy/cdr1.json': [2_400, 2_400],
};

/** Its author never reads min_price; the specification works this out for the very session. */
const KNOWN_WRONG: Readonly<Record<string, readonly number[]>> = {
  'tandemdrive-test_data/025kwh_min_price/cdr2_less_than_2kWh.json': [50, 55],
};

function cents(amount: number | undefined): number {
  return Math.round((amount ?? Number.NaN) * 100);
}

function totalOf(item: OcpiTariff | undefined, cdr: unknown, zone: string): readonly number[] {
  const session = readOcpiSession(cdr);
  if (item === undefined || session.kind === 'wrong') throw new Error(JSON.stringify(session));
  const outcome = priceSession(session.content, tariffOf(item.draft), wallDays(zone));
  if (outcome.kind !== 'priced') throw new Error(JSON.stringify(outcome));
  return [outcome.total.exclVat, outcome.total.inclVat];
}

async function add(item: OcpiTariff | undefined) {
  const { ocpiId: name, text, draft } = item ?? {};
  const answer = await site.api.post('/tariffs', { name, text, draft });
  expect(answer.status, answer.text).toBe(201);
  return answer.json;
}

function read(body: unknown) {
  return site.api.send('POST', '/api/v1/ocpi-tariffs', {
    text: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
}

async function readAll(body: unknown): Promise<readonly OcpiTariff[]> {
  const answer = await read(body);
  expect(answer.status, answer.text).toBe(200);
  return answer.json.items;
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .toSorted();
}

function json(...parts: readonly string[]): unknown {
  return JSON.parse(readFileSync(path.join(...parts), 'utf8'));
}
