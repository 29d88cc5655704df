import { type BrowserContext, expect, type Page, test } from 'playwright/test';
import { flatTariff } from '#server/testing/tariff-examples.ts';
import { ENGLISH_SITE, OWNER, post } from './found-site.ts';
import { lookAtPlace, openPage, readerPage } from './look-at.ts';
import { type RunningProgram, startProgram } from './running-program.ts';

/** Two people work on the draft of one tariff. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const DRAFT = flatTariff(490_000);

let program: RunningProgram;
let contexts: readonly BrowserContext[];
let first: Page;
let second: Page;

test.beforeAll(async ({ browser }) => {
  program = await startProgram();
  const newContext = () => browser.newContext({ baseURL: program.uiUrl, locale: 'en-GB' });
  contexts = [await newContext(), await newContext()];
  const [one, other] = contexts as [BrowserContext, BrowserContext];
  const founding = await one.newPage();
  await founding.goto(program.uiUrl);
  await post(founding, 'setup', ENGLISH_SITE);
  await founding.close();
  first = await readerPage(one, program, { ...OWNER, language: 'en' });
  second = await readerPage(other, program, { ...OWNER, language: 'en' });
  await post(first, 'tariffs', { name: 'Yard', draft: DRAFT });
  await openPage(first, new URL('/tariffs/1', program.uiUrl));
});

test.afterAll(async () => {
  for (const context of contexts) await context.close();
  await program.stop();
});

test('the second to store is told, loses nothing, and may keep what is theirs', async () => {
  // Nobody tells this page that something has changed.
  await second.route('**/api/v1/events', (route) => route.abort());
  await openPage(second, new URL('/tariffs/1', program.uiUrl));
  await first.getByRole('textbox', { name: 'Energy' }).first().fill('0.52');
  await expect.poll(async () => (await stored()).prices).toEqual([520_000]);

  const text = second.getByRole('textbox', { name: 'Text for drivers' });
  await text.fill('Mind the cable');
  const told = second.getByRole('alert').filter({ hasText: 'tariff' });
  await expect(told).toContainText('Somebody else has changed this tariff meanwhile.');
  expect(await stored()).toMatchObject({ text: '', prices: [520_000] });
  await expect(text).toHaveValue('Mind the cable');
  await lookAtPlace(second, 'tariff-of-two-en');

  await second.getByRole('main').getByRole('link', { name: 'Tariffs' }).click();
  const question = second.getByRole('dialog', { name: 'Leave without saving?' });
  await expect(question).toContainText('Your version is not saved');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toHaveCount(0);
  await expect(text).toHaveValue('Mind the cable');

  await told.getByRole('button', { name: 'Keep mine' }).click();
  await expect(second.getByText('Saved', { exact: true })).toBeVisible();
  await expect(told).toHaveCount(0);
  const { text: kept, prices } = await stored();
  expect(kept).toBe('Mind the cable');
  expect(prices).toEqual([490_000]);
});

test('whoever has worked on it is told at once, may take over the other, and undo brings their own back', async () => {
  const told = first.getByRole('alert');
  await expect(told).toContainText('Somebody else has changed this tariff meanwhile.');
  await told.getByRole('button', { name: 'Take over theirs' }).click();
  await expect(told).toHaveCount(0);
  await expect(first.getByRole('textbox', { name: 'Text for drivers' })).toHaveValue('Mind the cable');
  await expect(first.getByRole('textbox', { name: 'Energy' }).first()).toHaveValue('0.49');
  await first.getByRole('button', { name: 'Undo the last change' }).click();
  await expect.poll(async () => (await stored()).prices).toEqual([520_000]);
  expect((await stored()).text).toBe('');
});

interface Stored {
  readonly text: string;
  readonly prices: readonly number[];
}

async function stored(): Promise<Stored> {
  const { text, draft } = await (await first.request.get('/api/v1/tariffs/1')).json();
  const elements: readonly { readonly components: readonly { readonly priceMicros: number }[] }[] =
    draft.elements;
  return {
    text,
    prices: elements.flatMap(({ components }) => components.map(({ priceMicros }) => priceMicros)),
  };
}
