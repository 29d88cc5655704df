import { type Page, test } from 'playwright/test';
import { GERMAN_SITE, OWNER, post } from './found-site.ts';
import { lookAtPlaces, readerPage } from './look-at.ts';
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

const ALWAYS = {
  window: null,
  weekdays: null,
  holidays: 'ignored',
  dates: null,
  energyWh: null,
  durationSeconds: null,
  powerW: null,
  currentMa: null,
  reservation: null,
};
const energy = (priceMicros: number) => [{ dimension: 'energy', priceMicros, vatBasisPoints: 1_900 }];
const TARIFF = {
  currency: 'EUR',
  taxes: 'included',
  minPrice: null,
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
    { components: energy(350_000), when: { ...ALWAYS, energyWh: { atLeast: 30_000, below: null } } },
    {
      components: energy(390_000),
      when: { ...ALWAYS, weekdays: [6, 7], holidays: 'too' },
    },
    {
      components: energy(490_000),
      when: { ...ALWAYS, weekdays: [1, 2, 3, 4, 5], holidays: 'except', window: { from: 360, to: 1_320 } },
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
  const rule = await ask('tariff-rules', {
    tariffId: tariff,
    target: { kind: 'user-group', groupId: group },
    extras: { freeWhPerMonth: 20_000, discountBasisPoints: 1_000, monthlyFee: null },
  });
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
