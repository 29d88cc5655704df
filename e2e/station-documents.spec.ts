import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from 'playwright/test';
import { drawnPhoto } from './drawn-photo.ts';
import { GERMAN_SITE, OWNER, post } from './found-site.ts';
import { keepPicture, lookAtPlace, openPage, readerPage } from './look-at.ts';
import { type RunningProgram, startProgram } from './running-program.ts';

/** Photos and documents of a station, as a technician keeps them who stands before it. */
test.describe.configure({ mode: 'serial' });

const PDF = Buffer.from('%PDF-1.7\n%%EOF\n');
const PHOTO = 'Typenschild Süd.jpg';
const REPORT = 'Prüfprotokoll 2026.pdf';

let program: RunningProgram;
let page: Page;

test.beforeAll(async ({ browser }) => {
  program = await startProgram();
  const context = await browser.newContext({
    baseURL: program.uiUrl,
    viewport: { width: 1440, height: 900 },
  });
  const first = await context.newPage();
  await post(first, 'setup', GERMAN_SITE);
  await post(first, 'stations', { id: 'LP1', name: 'Tor Süd' });
  await first.close();
  page = await readerPage(context, program, { ...OWNER, language: 'en' });
  page.setDefaultTimeout(10_000);
  await open('LP1');
});

test.afterAll(async () => {
  await page.context().close();
  await program.stop();
});

test('a photo and a PDF are added at once; the photo is seen, large as well, and the PDF is saved', async () => {
  await expect(page.getByText(/^Nothing yet\./)).toBeVisible();
  await picture('empty');
  await choose(
    { name: PHOTO, mimeType: 'image/jpeg', buffer: await drawnPhoto(page, 210) },
    { name: REPORT, mimeType: 'application/pdf', buffer: PDF },
  );
  const thumbnail = page.getByRole('img', { name: PHOTO });
  await thumbnail.scrollIntoViewIfNeeded();
  await expect.poll(() => thumbnail.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1_200);

  const look = page.getByRole('button', { name: PHOTO, exact: true });
  await look.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: PHOTO });
  await expect(dialog.getByRole('img', { name: PHOTO })).toBeVisible();
  await expect(dialog.getByRole('link', { name: 'Download' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(look).toBeFocused();

  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: `Download ${REPORT}` }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe(REPORT);
  expect(await readFile(await saved.path())).toEqual(PDF);
});

test('what is no picture or too large is refused by name, and the rest is added', async () => {
  await choose(
    { name: 'page.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<html></html>') },
    { name: 'second.jpg', mimeType: 'image/jpeg', buffer: await drawnPhoto(page, 30) },
  );
  const film = await page.evaluateHandle(() => {
    const dragged = new DataTransfer();
    dragged.items.add(new File([new ArrayBuffer(20_000_001)], 'film.png', { type: 'image/png' }));
    return dragged;
  });
  await page.getByText('Drop photos or PDFs here').dispatchEvent('drop', { dataTransfer: film });
  const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await expect(row('page.jpg')).toContainText('This file is none of them');
  await expect(row('film.png')).toContainText('Larger than 20 MB');
  await expect(page.getByRole('img', { name: 'second.jpg' })).toBeVisible();
  await picture('refused');
  for (const name of ['page.jpg', 'film.png']) {
    await page.getByRole('button', { name: `Hide ${name}` }).click();
    await expect(row(name)).toHaveCount(0);
  }
});

test('what was removed comes back with one click', async () => {
  const thumbnail = page.getByRole('img', { name: PHOTO });
  await page.getByRole('button', { name: `Remove ${PHOTO}` }).click();
  await expect(thumbnail).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(thumbnail).toBeVisible();
});

test('whoever may only look is shown everything and offered nothing', async ({ browser }) => {
  const person = { name: 'Gast', password: 'seven green lanterns' };
  await post(page, 'people', { ...person, tenantId: 1, grants: [{ tenantId: 1, role: 'viewer' }] });
  const context = await browser.newContext({ baseURL: program.uiUrl });
  const guest = await readerPage(context, program, { ...person, language: 'en' });
  const next = 'eleven quiet harbours';
  await post(guest, 'password', { current: person.password, next });
  await guest.goto('/stations/LP1?tab=details');
  await expect(guest.getByRole('button', { name: PHOTO, exact: true })).toBeVisible();
  await expect(guest.getByRole('button', { name: 'Choose files' })).toHaveCount(0);
  await expect(guest.getByRole('button', { name: `Remove ${PHOTO}` })).toHaveCount(0);
  await context.close();
});

for (const language of ['de', 'en'] as const)
  test(`nothing of it keeps anybody out, or is wider than a phone (${language})`, async ({ browser }) => {
    test.setTimeout(180_000);
    const context = await browser.newContext({ baseURL: program.uiUrl });
    const reader = await readerPage(context, program, { ...OWNER, language });
    await openPage(reader, new URL('/stations/LP1?tab=details', program.uiUrl));
    await reader
      .getByRole('heading', { name: /Photos and documents|Fotos und Dokumente/ })
      .scrollIntoViewIfNeeded();
    await lookAtPlace(reader, 'station-documents', language);
    await reader.getByRole('button', { name: PHOTO, exact: true }).click();
    await expect(reader.getByRole('dialog').getByRole('img', { name: PHOTO })).toBeVisible();
    await lookAtPlace(reader, 'station-picture', language);
    await context.close();
  });

async function open(stationId: string): Promise<void> {
  await page.goto(`/stations/${stationId}?tab=details`);
  await expect(page.getByRole('heading', { name: 'Photos and documents' })).toBeVisible();
}

async function picture(of: string): Promise<void> {
  await page.getByRole('button', { name: 'Choose files' }).scrollIntoViewIfNeeded();
  await keepPicture(page, `station-documents-${of}`);
}

interface Chosen {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

async function choose(...files: readonly Chosen[]): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles([...files]);
}
