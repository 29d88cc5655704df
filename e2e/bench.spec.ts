import { expect, type Page, test } from 'playwright/test';
import type { ChargePoint } from '#ocpp/simulator/charge-point.ts';
import { seriousViolations } from './look-at.ts';
import { type RunningProgram, startProgram } from './running-program.ts';
import { simulatedStation } from './simulated-station.ts';

let program: RunningProgram;
let box: ChargePoint;

test.beforeAll(async () => {
  program = await startProgram();
});

test.afterAll(async () => {
  box?.switchOff();
  await program.stop();
});

test.setTimeout(120_000);

test('a technician finds out why, accepts the station, and sees what it does alone', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await setUp(page);
  box = simulatedStation(program.ocppUrl, 'PLATZ-7');
  box.switchOn();

  await test.step('a card that the reader writes backwards is linked with one click', async () => {
    await page.goto(`${program.uiUrl}stations/PLATZ-7`);
    await expect(page.getByText('Connector 1')).toBeVisible();
    await box.presentCard(1, 'C4B3A204');
    await page.getByRole('button', { name: 'What is going on here?' }).click();
    await expect(page.getByText('The card looks like that of A. Becker')).toBeVisible();
    await page.getByRole('button', { name: 'Link the card' }).click();
    await expect(page.getByText('Nothing is known here that would keep a car from charging.')).toBeVisible();
  });

  await test.step('the acceptance goes on by itself to where a person is needed', async () => {
    await page.getByRole('tab', { name: 'Acceptance' }).click();
    await page.getByRole('button', { name: 'Begin acceptance' }).click();
    await expect(page.getByText('Hold a card to the reader.')).toBeVisible();
    await box.presentCard(1, 'C4B3A204');
    await expect(page.getByText('Plug in a car or a test box.')).toBeVisible();
    await noBarriers(page);
  });

  await test.step('what cannot be tried today is left out with a reason, and the rest is signed', async () => {
    for (const step of [
      'Remote start',
      'Meter plausible',
      'Limit of 16, 10, 6 and 0 A obeyed',
      'Remote stop',
      'Plug unlocked',
      'Offline session told afterwards',
    ]) {
      await page.getByRole('button', { name: `Leave out: ${step}` }).click();
      await page.getByLabel('Why it is left out').fill('No car here today');
      await page.getByRole('button', { name: 'Leave out', exact: true }).click();
      await expect(page.getByRole('button', { name: `Leave out: ${step}` })).toHaveCount(0);
      await expect(page.getByLabel('Why it is left out')).toHaveCount(0);
    }
    await page.getByLabel('Your name').fill('Jörg Fach');
    await page.getByLabel('I have carried out these steps').check();
    await page.getByRole('button', { name: 'Sign', exact: true }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Report (PDF)' }).click();
    expect((await download).suggestedFilename()).toMatch(/^acceptance-PLATZ-7-1-.*\.pdf$/);
  });

  await test.step('the offline board is put right with one click', async () => {
    await page.getByRole('link', { name: 'Offline board' }).click();
    await page.getByRole('button', { name: 'Put right: PLATZ-7' }).click();
    await expect(page.getByText('All as it should be')).toBeVisible();
    await expect(page.getByText('Those on its list')).toBeVisible();
    await page.getByLabel('Which stations take this card?').fill('04A2B3C4');
    await expect(page.getByRole('cell', { name: 'yes' })).toBeVisible();
    await noBarriers(page);
  });
  await context.close();
});

/** A site that lets known cards charge, with one card and one station. */
async function setUp(page: Page): Promise<void> {
  await page.goto(program.uiUrl);
  const done = await page.evaluate(async () => {
    const post = (path: string, body: object) =>
      fetch(`/api/v1${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const answers = [
      await post('/setup', {
        language: 'en',
        region: 'en-GB',
        siteName: 'Works South',
        timeZone: 'Europe/London',
        ownerName: 'Mara Weber',
        password: 'a good long password',
        access: 'known-cards',
      }),
      await post('/cards', { uid: '04A2B3C4', holder: 'A. Becker' }),
      await post('/stations', { id: 'PLATZ-7' }),
    ];
    return answers.map(({ status }) => status);
  });
  expect(done.every((status) => status < 300)).toBe(true);
}

async function noBarriers(page: Page): Promise<void> {
  expect(await seriousViolations(page)).toEqual([]);
}
