import { resolve } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { type ChargePoint, createChargePoint } from '#ocpp/simulator/charge-point.ts';
import { seededRandom } from '#ocpp/simulator/random.ts';
import { realTime } from '#ocpp/simulator/time.ts';
import { eventually, OWNER, startSite, type TestSite } from '#server/testing/start-site.ts';
import { keepPicture, readerPage, speak } from './look-at.ts';
import { makeDayNightTariff, payByTariff } from './tariff-by-keyboard.ts';

/** A tariff made by keyboard alone, a charge across its change of price, and the receipt to the cent. */

/** Ten to midnight in Berlin: at midnight the night begins. */
const LATE = Date.parse('2026-11-24T22:50:00Z');
const MIDNIGHT = Date.parse('2026-11-24T23:00:00Z');
const MINUTE = 60_000;
const GRACE_MINUTES = 30;

let site: TestSite;
let page: Page;
let station: ChargePoint;

test.beforeAll(async ({ browser }) => {
  // What the build would put in its place.
  Object.assign(globalThis, { __REPLY_BEFORE_COMMIT__: false });
  site = await startSite({ startsAt: LATE, config: { rendererFolder: resolve('dist/renderer') } });
  await site.api.patch('/site', { region: 'en-GB' });
  await site.api.post('/stations', { id: 'LP1', name: 'North gate' });
  station = createChargePoint({
    url: site.server.ocppUrl,
    id: 'LP1',
    time: realTime(site.clock),
    random: seededRandom(7),
    vendor: 'Example',
    model: 'Wallbox 22',
    registerWh: 1_234_500,
    meterIntervalMs: 250,
    reconnectMs: 300,
  });
  const context = await browser.newContext({
    baseURL: site.server.uiUrl,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
  });
  page = await readerPage(context, site.server, { ...OWNER, language: 'en' });
  await page.goto('/');
});

test.afterAll(async () => {
  station.switchOff();
  await page.context().close();
  await site.stop();
});

test('what a car pays that charged past midnight and stayed is what its meter and the clock say', async () => {
  test.setTimeout(120_000);
  await makeDayNightTariff(page);
  await payByTariff(page);
  site.clock.advance(11_000);
  station.switchOn();
  await expect.poll(() => station.online).toBe(true);
  station.plugIn(1, 11_000);
  station.startCharging(1, 'CARD');
  await expect.poll(() => station.statusOf(1)).toBe('Charging');
  for (let step = 0; step < 8; step += 1) await pass(5);
  station.setCarPower(1, 0);
  await expect.poll(() => station.statusOf(1)).toBe('SuspendedEV');
  for (let step = 0; step < 9; step += 1) await pass(5);
  station.stopCharging(1);
  station.unplug(1);

  const { id } = await eventually(async () => {
    const [session] = (await site.api.get('/sessions')).json.items;
    return session?.cost?.state === 'priced' ? session : null;
  });
  const owed = await reckoned(id);
  await page.goto(`/sessions/${id}`);
  const receipt = page.getByRole('complementary', { name: 'Session 1' });
  for (const cents of [owed.total, owed.day, owed.night, owed.blocking])
    await expect(receipt.getByText(`€${(cents / 100).toFixed(2)}`, { exact: true }).first()).toBeVisible();
  const curve = receipt.getByRole('slider', { name: 'Power curve' });
  await expect(curve.getByText('€0.39/kWh').first()).toBeVisible();
  // Ten minutes of day have no room for words: each shade is told below, with its hours.
  const shades = receipt.getByRole('list', { name: 'Price' }).getByRole('listitem');
  await expect(shades).toHaveText([/^€0\.39\/kWh: .*00:00–.*\d\d:\d\d$/, /^€0\.52\/kWh: .*–.*00:00$/]);
  await curve.hover({ position: { x: 50, y: 60 } });
  await expect(receipt.getByText(/ · €0\.52\/kWh/)).toBeVisible();
  await keepPicture(page, 'receipt-light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await keepPicture(page, 'receipt-dark');
});

test('who keeps the clock of a station out of prices is told before which tariff cannot be sold there any more', async () => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/stations/LP1?tab=details');
  const flag = page.getByRole('switch', { name: 'Energy is sold by signed readings' });
  const asked = page.getByRole('dialog', { name: 'Tariffs need the clock of North gate' });
  await flag.click();
  await expect(asked).toContainText('One tariff that counts here');
  await asked.getByRole('button', { name: 'Cancel' }).click();
  await expect(asked).toHaveCount(0);
  await expect(flag).not.toBeChecked();
  await flag.click();
  await asked.getByRole('button', { name: 'Set it all the same' }).click();
  await expect(flag).toBeChecked();
  await page.goto('/tariffs?tab=payers');
  await page.getByRole('button', { name: 'cannot be sold here' }).click();
  await expect(page.getByText('sessions wait for a person')).toBeVisible();
});

test('what a month has earned fits a phone, in German, too', async () => {
  await speak(page, 'de');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/tariffs?tab=board');
  const table = page.getByRole('table', { name: 'Energie und Erlöse' });
  await expect(table.getByRole('row')).toHaveCount(3);
  const beyond = await table.evaluate((element) => {
    const frame = element.parentElement?.getBoundingClientRect();
    return element.getBoundingClientRect().right - (frame?.right ?? 0);
  });
  expect(beyond).toBeLessThanOrEqual(0);
});

/** Lets time pass, and the station say what it measured. */
async function pass(minutes: number): Promise<void> {
  const before = (await readings()).length;
  site.clock.advance(minutes * MINUTE);
  await expect.poll(async () => (await readings()).length).toBeGreaterThan(before);
}

interface MeterValue {
  readonly timestamp: string;
  readonly sampledValue: readonly { readonly value: string; readonly measurand?: string }[];
}

interface Reading {
  readonly at: number;
  readonly wh: number;
}

/** What the station has sent of its meter and of its car, as it crossed the wire. */
async function readings(): Promise<readonly Reading[]> {
  return (await said('MeterValues')).flatMap(({ meterValue }) =>
    meterValue.flatMap(({ timestamp, sampledValue }: MeterValue) => {
      const register = sampledValue.find(
        ({ measurand }) => measurand === undefined || measurand === 'Energy.Active.Import.Register',
      );
      return register === undefined ? [] : [{ at: Date.parse(timestamp), wh: Number(register.value) }];
    }),
  );
}

/** In cents, by nothing but what the station sent: worked out another way than the program does. */
async function reckoned(id: number) {
  const detail = (await site.api.get(`/sessions/${id}`)).json;
  const [start] = await said('StartTransaction');
  const [stop] = await said('StopTransaction');
  const meter = [
    { at: Date.parse(start.timestamp), wh: start.meterStart },
    ...(await readings()),
    { at: Date.parse(stop.timestamp), wh: stop.meterStop },
  ].toSorted((a, b) => a.at - b.at);
  const before = meter.findLast(({ at }) => at <= MIDNIGHT) ?? meter[0];
  const after = meter.find(({ at }) => at > MIDNIGHT) ?? meter.at(-1);
  if (before === undefined || after === undefined) throw new Error('The meter said nothing');
  const share = (MIDNIGHT - before.at) / (after.at - before.at);
  const atMidnight = before.wh + (after.wh - before.wh) * share;
  const day = Math.round(((atMidnight - start.meterStart) / 1_000) * 52);
  const night = Math.round(((stop.meterStop - atMidnight) / 1_000) * 39);
  const statuses = await said('StatusNotification');
  const idleFrom = statuses.find(({ status }) => status === 'SuspendedEV');
  const gone = statuses.findLast(({ status }) => status === 'Available');
  const idleMinutes = (Date.parse(gone.timestamp) - Date.parse(idleFrom.timestamp)) / MINUTE;
  const blocking = Math.round((idleMinutes - GRACE_MINUTES) * 10);
  expect(detail.energyWh).toBe(stop.meterStop - start.meterStart);
  return { day, night, blocking, total: day + night + blocking };
}

/** Payloads of one action, oldest first. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into messages as a foreign program would
async function said(action: string): Promise<readonly any[]> {
  const { items } = (await site.api.get('/trace?stationId=LP1&limit=2000')).json;
  return items
    .filter(
      (line: { action: string; direction: string }) => line.action === action && line.direction === 'in',
    )
    .map((line: { request: string }) => JSON.parse(line.request)[3])
    .toReversed();
}
