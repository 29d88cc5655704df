import { expect, type Page, test } from 'playwright/test';
import { ANY_TIME } from '#server/testing/tariff-examples.ts';
import { GERMAN_SITE, OWNER, post } from './found-site.ts';
import { lookAtPlaces, openPage, readerPage } from './look-at.ts';
import { type RunningProgram, startProgram } from './running-program.ts';

/** Tariffs, who pays what, the board and the editor, as somebody sees them who reads German, likes it dark, or holds a phone. */
let program: RunningProgram;
let places: readonly string[];

test.setTimeout(300_000);

test.beforeAll(async ({ browser }) => {
  program = await startProgram();
  const page = await browser.newPage({ baseURL: program.uiUrl });
  places = await fill(page);
  await page.close();
});

test.afterAll(() => program.stop());

for (const language of ['de', 'en'] as const)
  test(`tariffs keep nobody out, and are not wider than a phone (${language})`, async ({ browser }) => {
    const context = await browser.newContext();
    const page = await readerPage(context, program, { ...OWNER, language });
    await lookAtPlaces(page, { program, paths: places, language });
    await context.close();
  });

test('no word is broken in a table, on a phone or on a desk', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await readerPage(context, program, { ...OWNER, language: 'de' });
  for (const [tab, words] of [
    ['payers', 'Leistungsklasse'],
    ['board', 'Regel: Karte'],
  ] as const) {
    await openPage(page, new URL(`/tariffs?tab=${tab}`, program.uiUrl));
    await expect(page.locator('main')).toContainText(words);
    await expect(page.getByRole('table').or(page.getByRole('grid')).first()).toBeVisible();
    expect(await brokenWords(page)).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect.poll(() => brokenWords(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
  }
  await context.close();
});

/** Words of letters in tables that stand on two lines. */
function brokenWords(page: Page): Promise<readonly string[]> {
  return page.locator('main table').evaluateAll((tables) =>
    tables.flatMap((table) => {
      const walker = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
      const broken: string[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
        for (const { 0: word, index } of (node.textContent ?? '').matchAll(/\p{L}+/gu)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) broken.push(word);
        }
      return broken;
    }),
  );
}

const energy = (priceMicros: number) => [{ dimension: 'energy', priceMicros, vatBasisPoints: 1_900 }];
const TARIFF = {
  currency: 'EUR',
  taxes: 'included',
  minPrice: { exclVatMicros: null, inclVatMicros: 1_000_000 },
  maxPrice: null,
  land: 'NW',
  blocking: {
    perHourMicros: 6_000_000,
    vatBasisPoints: 1_900,
    grace: { of: 'idle', seconds: 3_600 },
    capMicros: 12_000_000,
    quiet: { from: 1_320, to: 420 },
  },
  elements: [
    { components: energy(350_000), when: { ...ANY_TIME, energyWh: { atLeast: 30_000, below: null } } },
    {
      components: energy(390_000),
      when: { ...ANY_TIME, weekdays: [6, 7], holidays: 'too' },
    },
    {
      components: energy(490_000),
      when: { ...ANY_TIME, weekdays: [1, 2, 3, 4, 5], holidays: 'except', window: { from: 360, to: 1_320 } },
    },
  ],
};

/** A tariff with a gap, a special price and a fee; one in force, one that nobody pays by; rules of several kinds. */
async function fill(page: Page): Promise<readonly string[]> {
  const ask = async (path: string, data: object): Promise<number> => (await post(page, path, data)).id;
  await ask('setup', GERMAN_SITE);
  for (const [id, name] of [
    ['LP1', 'Ladepunkt Einfahrt Süd'],
    ['LP2', 'Ladepunkt Tiefgarage'],
  ])
    await ask('stations', { id, name });
  const group = await ask('groups', { of: 'users', name: 'Belegschaft Betriebshof' });
  const tariff = await ask('tariffs', {
    name: 'Wochentag und Wochenende',
    text: 'Gilt für Gäste des Betriebshofs.',
    draft: TARIFF,
  });
  await ask('tariffs', { name: 'Entwurf ohne Regel', draft: TARIFF });
  await ask(`tariffs/${tariff}/versions`, { note: 'Beschluss vom 24. November' });
  await ask('tariff-rules', { tariffId: tariff, target: { kind: 'default' } });
  await ask('tariff-rules', { tariffId: tariff, target: { kind: 'power-class', powerClass: 'HPC' } });
  const extras = {
    freeWhPerMonth: 20_000,
    discountBasisPoints: 1_000,
    monthlyFee: { perMonthMicros: 9_990_000, vatBasisPoints: 1_900, currency: 'EUR' },
  };
  const rule = await ask('tariff-rules', {
    tariffId: tariff,
    target: { kind: 'user-group', groupId: group },
    extras,
  });
  const card = await ask('cards', { uid: '04A2B81C5E7280', groupIds: [group] });
  await ask('tariff-rules', { tariffId: tariff, target: { kind: 'card', cardId: card }, extras });
  return [
    '/tariffs',
    `/tariffs?tariff=${tariff}`,
    '/tariffs?tariff=%22new%22',
    `/tariffs/${tariff}`,
    '/tariffs?tab=payers&payer=none&station=LP1',
    `/tariffs?tab=payers&rule=${rule}`,
    '/tariffs?tab=board',
  ];
}
