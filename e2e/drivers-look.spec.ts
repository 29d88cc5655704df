import { type Page, test } from 'playwright/test';
import { GERMAN_SITE, OWNER, post } from './found-site.ts';
import { lookAtPlaces, readerPage } from './look-at.ts';
import { type RunningProgram, startProgram } from './running-program.ts';

/** Every tab and panel of drivers and cards, as somebody sees it who reads German, likes it dark, or holds a phone. */
const PLACES = [
  'tab=cards',
  'card=1',
  'card=new',
  'hold=true',
  'tab=drivers',
  'driver=1',
  'driver=new',
  'tab=vehicles',
  'vehicle=1',
  'vehicle=new',
  'tab=groups',
  'group=1',
  'group=2',
  'group=new',
  'tab=rules',
  'rule=1',
  'rule=new',
];
const STATION = '/stations/LP1?tab=details';

let program: RunningProgram;

// Two dozen places, each with all rules of axe.
test.setTimeout(300_000);

test.beforeAll(async ({ browser }) => {
  program = await startProgram();
  const page = await browser.newPage({ baseURL: program.uiUrl });
  await fill(page);
  await page.close();
});

test.afterAll(() => program.stop());

for (const language of ['de', 'en'] as const)
  test(`no tab and no panel keeps anybody out, or is wider than a phone (${language})`, async ({
    browser,
  }) => {
    const context = await browser.newContext();
    const page = await readerPage(context, program, { ...OWNER, language });
    await lookAtPlaces(page, { program, paths: [...PLACES.map(toPath), STATION], language });
    await context.close();
  });

function toPath(place: string): string {
  return `/cards?${place}`;
}

/** A little of everything: long German names, several cards, what has ended, what is blocked. */
async function fill(page: Page): Promise<void> {
  const ask = async (path: string, data: object): Promise<number> => (await post(page, path, data)).id;
  await ask('setup', GERMAN_SITE);
  await ask('stations', { id: 'LP1', name: 'Ladepunkt Einfahrt Süd' });
  await ask('stations', { id: 'LP2', name: 'Schnelllader Hof', maxPowerW: 150_000 });
  const users = await ask('groups', { of: 'users', name: 'Verwaltungsmitarbeiterinnen und -mitarbeiter' });
  const yard = await ask('groups', { of: 'stations', name: 'Betriebshof' });
  await ask(`groups/${yard}/members`, { add: [{ kind: 'station', id: 'LP1' }] });
  const anna = await ask('drivers', {
    name: 'Anna Becker-Löwenstein',
    email: 'anna.becker-loewenstein@stadtwerke.example',
    costCentre: '4711-Grünflächenamt',
    groupIds: [users],
  });
  await ask('drivers', { name: 'Ben Adler', expiresAt: '2026-01-01T00:00:00Z' });
  const van = await ask('vehicles', {
    plate: 'B-LH 1234E',
    label: 'Transporter 14',
    make: 'Mercedes-Benz',
    model: 'eSprinter',
    batteryWh: 81_000,
    acPowerW: 11_000,
    phases: 3,
  });
  await ask(`vehicles/${van}/odometer`, { km: 12_345 });
  const card = await ask('cards', { uid: '04A2B81C5E7280', label: 'Nr. 17', driverId: anna });
  await ask(`cards/${card}/spellings`, { uid: '80725E1CB8A204', anyway: true });
  await ask('cards', { uid: '04FFEE01', holder: 'Gäste', validFrom: '2030-01-01T00:00:00Z' });
  await ask('assignments', { driverId: anna, vehicleId: van, from: '2026-01-01T00:00:00Z' });
  await ask('access-rules', {
    name: 'Hof werktags',
    who: { kind: 'groups', groupIds: [users] },
    where: { groupIds: [yard], powerClasses: ['AC'], stationIds: [] },
    windows: [{ days: [1, 2, 3, 4, 5], from: 360, to: 1200 }],
    to: '2030-05-01T00:00:00Z',
  });
}
