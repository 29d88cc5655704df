import { TOTP } from 'otpauth';
import { expect, type Locator, type Page, test } from 'playwright/test';
import { ENGLISH_SITE, post } from './found-site.ts';
import { type RunningProgram, startProgram } from './running-program.ts';

/** An owner lets a technician in for one department only; the technician's account is safe with a phone. */
test.describe.configure({ mode: 'serial' });

const OWN_PASSWORD = 'eleven quiet harbours';
const STEP_MS = 30_000;

let program: RunningProgram;
let owner: Page;
let technician: Page;
let startPassword = '';
let phone: TOTP;
let recoveryCodes: readonly string[] = [];
/** Of which half minute the last code was: none counts twice. */
let usedStep = 0;

test.beforeAll(async ({ browser }) => {
  program = await startProgram();
  const open = async () => {
    const context = await browser.newContext({
      baseURL: program.uiUrl,
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    return page;
  };
  [owner, technician] = await Promise.all([open(), open()]);
  await ask('setup', { ...ENGLISH_SITE, access: 'everybody' });
});

test.afterAll(async () => {
  await Promise.all([owner.context().close(), technician.context().close()]);
  await program.stop();
});

test('by keyboard alone, the owner makes a department and a technician for it', async () => {
  await owner.goto('/');
  await expect(owner.getByRole('heading', { name: 'Overview' })).toBeVisible();
  await owner.keyboard.press('g');
  await owner.keyboard.press('p');
  await expect(owner.getByRole('heading', { name: 'People', level: 1 })).toBeVisible();
  await walkTo(owner.getByRole('tab', { name: 'People' }));
  await owner.keyboard.press('ArrowRight');
  await owner.keyboard.press('ArrowRight');
  await expect(owner.getByRole('tab', { name: 'Tenants' })).toBeFocused();
  await owner.keyboard.press('n');
  await expect(owner.getByLabel('Name')).toBeFocused();
  await owner.keyboard.type('Workshop');
  await owner.keyboard.press('Enter');
  await expect(owner.getByRole('row', { name: /Workshop/ })).toBeVisible();

  await owner.keyboard.press('Escape');
  await walkTo(owner.getByRole('tab', { name: 'Tenants' }));
  await owner.keyboard.press('ArrowLeft');
  await expect(owner.getByRole('tab', { name: 'Roles' })).toBeFocused();
  await owner.keyboard.press('ArrowLeft');
  await expect(owner.getByRole('tab', { name: 'People' })).toBeFocused();
  await owner.keyboard.press('n');
  await expect(owner.getByLabel('Name')).toBeFocused();
  await owner.keyboard.type('T. Fischer');
  await choose('Role', 'Technician');
  await choose('Tenant', 'Workshop');
  await owner.keyboard.press('Enter');
  const panel = owner.getByRole('complementary');
  await expect(panel).toContainText('It is shown only now');
  startPassword = (await panel.locator('code').textContent()) ?? '';
  expect(startPassword.length).toBeGreaterThan(9);
  await walkTo(owner.getByRole('button', { name: 'Done' }));
  await owner.keyboard.press('Enter');
  await expect(owner.getByRole('row', { name: /T\. Fischer/ })).toContainText('Technician at Workshop');
});

test('the technician chooses a password first, and sees the stations of the department alone', async () => {
  const tenants = await owner.request.get('/api/v1/tenants');
  const { items } = (await tenants.json()) as { items: { id: number; name: string }[] };
  const workshop = items.find(({ name }) => name === 'Workshop');
  await ask('stations', { id: 'YARD', name: 'Yard' });
  await ask('stations', { id: 'BENCH', name: 'Bench', tenantId: workshop?.id });

  await technician.goto('/');
  await signIn(startPassword);
  await expect(technician.getByRole('heading', { name: 'Choose a password of your own' })).toBeVisible();
  await technician.getByLabel('Password you were given').fill(startPassword);
  await technician.getByLabel('New password').fill(OWN_PASSWORD);
  await technician.getByRole('button', { name: 'Save and begin' }).click();
  await technician.getByRole('link', { name: 'Stations' }).click();
  await expect(technician.getByRole('row', { name: /Bench/ })).toBeVisible();
  await expect(technician.getByRole('row', { name: /Yard/ })).toBeHidden();
  await expect(technician.getByRole('link', { name: 'People' })).toBeHidden();
});

test('a phone is added to the account, with codes for when it is lost', async () => {
  await technician.getByRole('link', { name: 'Settings' }).click();
  await technician.getByRole('button', { name: 'Turn on' }).click();
  const dialog = technician.getByRole('dialog');
  await dialog.getByLabel('Your password').fill(OWN_PASSWORD);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(dialog.getByRole('img', { name: /QR code/ })).toBeVisible();
  phone = new TOTP({ secret: (await dialog.locator('code').textContent()) ?? '' });
  await dialog.getByLabel('Code that the app shows now').fill(await nextCode());
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(10);
  recoveryCodes = await dialog.getByRole('listitem').allTextContents();
  await dialog.getByRole('button', { name: 'I have kept them' }).click();
  await expect(technician.getByText('10 recovery codes left')).toBeVisible();
});

test('signing in asks for the code, and a pasted one is enough', async () => {
  await signOut();
  await signIn(OWN_PASSWORD);
  await technician.getByRole('textbox', { name: 'Code' }).fill('123');
  await technician.getByRole('textbox', { name: 'Code' }).fill(await nextCode());
  await expect(technician.getByRole('heading', { name: 'Settings' })).toBeVisible();
});

test('a recovery code lets in once', async () => {
  const [code = ''] = recoveryCodes;
  await signOut();
  await signIn(OWN_PASSWORD);
  await enterCode(code);
  await expect(technician.getByText('9 recovery codes left')).toBeVisible();
  await signOut();
  await signIn(OWN_PASSWORD);
  await enterCode(code);
  await expect(technician.getByText('This code is wrong or has been used already.')).toBeVisible();
});

test('disabled, the technician is out at once; undone, the account is as it was', async () => {
  await enterCode(recoveryCodes[1] ?? '');
  await expect(technician.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await owner.getByRole('row', { name: /T\. Fischer/ }).click();
  await owner.getByRole('button', { name: 'Disable' }).click();
  await expect(technician.getByRole('heading', { name: 'Welcome back' })).toBeVisible({ timeout: 20_000 });
  await owner.getByRole('button', { name: 'Undo' }).click();
  await expect(owner.getByRole('row', { name: /T\. Fischer/ })).toContainText('Active');
});

async function signIn(password: string): Promise<void> {
  await technician.getByLabel('Name').fill('T. Fischer');
  await technician.getByLabel('Password', { exact: true }).fill(password);
  await technician.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function enterCode(code: string): Promise<void> {
  await technician.getByRole('textbox', { name: 'Code' }).fill(code);
  await technician.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function signOut(): Promise<void> {
  await technician.getByRole('button', { name: /^Account of/ }).click();
  await technician.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(technician.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
}

/** What the phone shows; one that has been used is waited out. */
async function nextCode(): Promise<string> {
  await expect
    .poll(() => Math.floor(Date.now() / STEP_MS), { timeout: STEP_MS + 5_000 })
    .toBeGreaterThan(usedStep);
  usedStep = Math.floor(Date.now() / STEP_MS);
  return phone.generate();
}

/** Presses Tab until the thing has the focus. */
async function walkTo(thing: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await thing.evaluate((element) => element === document.activeElement)) return;
    await owner.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there');
}

/** Chooses from a list by keyboard, and goes back to where Enter sends the form. */
async function choose(label: string, option: string): Promise<void> {
  const list = owner.getByRole('combobox', { name: label }).last();
  await walkTo(list);
  await owner.keyboard.press('ArrowDown');
  for (let presses = 0; presses < 12; presses += 1) {
    const active = owner.getByRole('option', { name: option });
    if ((await active.getAttribute('data-combobox-selected')) !== null) break;
    await owner.keyboard.press('ArrowDown');
  }
  await owner.keyboard.press('Enter');
  await expect(list).toHaveValue(option);
}

function ask(path: string, data: object): Promise<void> {
  return post(owner, path, data);
}
