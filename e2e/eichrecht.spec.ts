import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from 'playwright/test';
import { type ChargePoint, createChargePoint } from '#ocpp/simulator/charge-point.ts';
import { seededRandom } from '#ocpp/simulator/random.ts';
import { createSignedMeter } from '#ocpp/simulator/signed-meter.ts';
import { realTime } from '#ocpp/simulator/time.ts';
import { GERMAN_SITE, OWNER, post } from './found-site.ts';
import { keepPicture, lookAtPlace, openPage, readerPage } from './look-at.ts';
import { type RunningProgram, startProgram } from './running-program.ts';

/** A station under the law on measuring: its flags, the keys of its meters, and what they signed. */
test.describe.configure({ mode: 'serial' });

const HOUR_MS = 3_600_000;
const DETAILS = '/stations/LP1?tab=details';

let program: RunningProgram;
let page: Page;
let station: ChargePoint;

test.beforeAll(async ({ browser }) => {
  program = await startProgram();
  const context = await browser.newContext({
    baseURL: program.uiUrl,
    viewport: { width: 1440, height: 900 },
    timezoneId: 'Europe/Berlin',
  });
  const first = await context.newPage();
  await post(first, 'setup', { ...GERMAN_SITE, access: 'everybody' });
  await post(first, 'stations', { id: 'LP1', name: 'Tor Süd', maxPowerW: 22_000 });
  await first.close();
  page = await readerPage(context, program, { ...OWNER, language: 'en' });
  page.setDefaultTimeout(10_000);
  station = createChargePoint({
    url: program.ocppUrl,
    id: 'LP1',
    time: realTime(),
    random: seededRandom(7),
    registerWh: 2_935_600,
    connectors: 2,
    signs: 'oca-json',
  });
  recall(3 * HOUR_MS);
  station.switchOn();
});

test.afterAll(async () => {
  station.switchOff();
  await page.context().close();
  await program.stop();
});

test('the flag is set with one click and taken back with another', async () => {
  await page.goto(DETAILS);
  const flag = page.getByRole('switch', { name: 'Energy is sold by signed readings' });
  // Until it is known which tariffs it touches, nothing is switched.
  await expect(flag).toBeEnabled();
  await flag.focus();
  await page.keyboard.press('Space');
  await expect(flag).toBeChecked();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(flag).not.toBeChecked();
  await flag.click();
  await expect(flag).toBeChecked();
});

test('a session waits until the key of its meter is pinned, and is settled by what was signed then', async () => {
  await openSession();
  const signed = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Signed readings' }) });
  await expect(signed).toContainText('No meter key was pinned. Pin it with the moment');
  await keepPicture(page, 'signed-unpinned');

  await page.goto(DETAILS);
  await page.getByRole('button', { name: 'Enter key' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Key of the meter at connector 1' });
  const key = createSignedMeter('LP1-1', 'plain').publicKey;
  await dialog.getByLabel('Public key').fill(`${key.slice(0, -1)}x`);
  await dialog.getByLabel('Counts from').fill('2026-01-01T00:00');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toContainText('a digit is mistyped');
  await keepPicture(page, 'meter-key-mistyped');
  await dialog.getByLabel('Public key').fill(key.toUpperCase().replace(/(.{4})/g, '$1 '));
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('the nameplate')).toBeVisible();

  await openSession();
  await expect(signed).toContainText('both signatures are right');
  await expect(signed).toContainText('Settled by the signed readings: 22,000 kWh');
  await signed.getByText('1 signed record').click();
  await expect(signed).toContainText('OCMF · verified · LP1-1');
  const saving = page.waitForEvent('download');
  await signed.getByRole('link', { name: 'File for the transparency software' }).click();
  const file = await readFile(await (await saving).path(), 'utf8');
  expect(file).toContain(`<publicKey encoding="hex">${key}</publicKey>`);
});

test('another key is an alarm on the overview, and settled by saying that the meter was exchanged', async () => {
  const publicKey = createSignedMeter('LP1-2', 'plain').publicKey;
  const data = JSON.stringify({ meters: [{ connectorId: 1, publicKey }] });
  const told = { vendorId: 'generalConfiguration', messageId: 'setMeterConfiguration', data };
  expect((await station.call('DataTransfer', told)).kind).toBe('result');
  await page.goto('/stations/LP1');
  await expect(page.getByText('The meter at connector 1 shows another key. Sessions wait.')).toBeVisible();
  await page.goto('/');
  const item = page.getByRole('listitem').filter({ hasText: 'The meter signs with another key' });
  await item.getByRole('button', { name: 'Look' }).click();
  await expect(page.getByText('The meter shows another key than the pinned one.')).toBeVisible();
  for (const language of ['de', 'en'] as const) await lookAtDetails(language);

  await page.getByRole('button', { name: 'The key is wrong' }).click();
  const wrong = page.getByRole('dialog', { name: /is wrong/ });
  await wrong.getByLabel('Reason').fill('a card of the next station');
  await wrong.getByRole('button', { name: 'The key is wrong' }).click();
  await expect(page.getByText(/Called wrong by M\. Weber/)).toBeVisible();
  await page.getByRole('button', { name: 'Meter exchanged' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New meter at connector 1' });
  await expect(dialog.getByLabel('Public key')).toHaveValue(publicKey);
  await dialog.getByLabel('Reason').fill('4711 out, 4712 in');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The meter shows another key than the pinned one.')).toHaveCount(0);
  await page.getByText('1 earlier key').click();
  await expect(page.getByText(/to .*\d{4}/).first()).toBeVisible();
});

for (const language of ['de', 'en'] as const)
  test(`the readings of a session keep nobody out, and are no wider than a phone (${language})`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ baseURL: program.uiUrl });
    const reader = await readerPage(context, program, { ...OWNER, language });
    await openPage(reader, new URL('/sessions/1', program.uiUrl));
    await reader
      .getByRole('heading', { name: /Signed readings|Signierte Zählerstände/ })
      .scrollIntoViewIfNeeded();
    await lookAtPlace(reader, 'signed-readings', language);
    await context.close();
  });

async function lookAtDetails(language: 'de' | 'en'): Promise<void> {
  const reader = await readerPage(page.context(), program, { ...OWNER, language });
  await openPage(reader, new URL(DETAILS, program.uiUrl));
  await reader.getByRole('heading', { name: /Meter keys|Zählerschlüssel/ }).scrollIntoViewIfNeeded();
  await lookAtPlace(reader, 'meter-keys', language);
  await reader.close();
}

async function openSession(): Promise<void> {
  await page.goto('/sessions/1');
  await expect(page.getByRole('heading', { name: 'Signed readings' })).toBeVisible();
}

/** Two hours of charging at 11 kW, a while ago. */
function recall(agoMs: number): void {
  const startedAt = Date.now() - agoMs;
  const endedAt = startedAt + 2 * HOUR_MS;
  station.recall({ connectorId: 1, idTag: '04A2B81C5E7280', startedAt, endedAt, powerAt: () => 11_000 });
}
