import { beforeEach, expect, test, vi } from 'vitest';
import { callsOf, type MenuEntry, resetFake } from './fake-electron.ts';
import { setMenu } from './menu.ts';
import { wordsIn } from './words.ts';
import { german } from './words-de.ts';
import { english } from './words-en.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

const targets = {
  ocppUrl: 'ws://192.168.1.20:4481/ocpp',
  dataFolder: '/data/ladehaus',
  goBack: vi.fn(),
  goToOverview: vi.fn(),
};

beforeEach(resetFake);

test('the German menu is German to its last entry', () => {
  const labels = labelsOf(menuIn('de'));

  expect(labels).toContain('Datenordner öffnen');
  expect(labels.filter((label) => Object.values(english.menu).includes(label))).toEqual([]);
});

test('the English menu has the same entries in English', () => {
  const labels = labelsOf(menuIn('en'));

  expect(labels).toContain('Open data folder');
  expect(labels).toHaveLength(labelsOf(menuIn('de')).length);
  expect(labels.filter((label) => Object.values(german.menu).includes(label))).toEqual([]);
});

test('every entry with a role of Electron is labelled by us', () => {
  const unlabelled = entriesOf(menuIn('de')).filter(({ type, label }) => type !== 'separator' && !label);

  expect(unlabelled).toEqual([]);
});

test('the packaged program has no developer tools', () => {
  expect(entriesOf(menuIn('en')).map(({ role }) => role)).not.toContain('toggleDevTools');
});

test('the station address is copied, the data folder opened', () => {
  click(menuIn('en'), 'Copy station address');
  click(menuIn('en'), 'Open data folder');

  expect(callsOf('clipboard.writeText')).toEqual([[targets.ocppUrl]]);
  expect(callsOf('shell.openPath')).toEqual([[targets.dataFolder]]);
});

test('there is a way back from a page that has none, such as the documentation of the API', () => {
  click(menuIn('en'), 'Back');
  click(menuIn('en'), 'Overview');

  expect(targets.goBack).toHaveBeenCalledTimes(1);
  expect(targets.goToOverview).toHaveBeenCalledTimes(1);
});

test('both languages have a word for every entry', () => {
  for (const { menu } of [german, english]) {
    expect(Object.values(menu).filter((word) => word.trim() === '')).toEqual([]);
  }
});

function menuIn(language: 'de' | 'en'): readonly MenuEntry[] {
  setMenu(wordsIn(language), targets);
  return shownMenu();
}

function shownMenu(): readonly MenuEntry[] {
  const menu = callsOf('Menu.setApplicationMenu').at(-1)?.[0];
  if (!Array.isArray(menu)) throw new Error('no menu was set');
  return menu;
}

function entriesOf(menu: readonly MenuEntry[]): readonly MenuEntry[] {
  return menu.flatMap((entry) => [entry, ...entriesOf(entry.submenu ?? [])]);
}

function labelsOf(menu: readonly MenuEntry[]): readonly string[] {
  return entriesOf(menu).flatMap(({ label }) => (label === undefined ? [] : [label]));
}

function click(menu: readonly MenuEntry[], label: string): void {
  entriesOf(menu)
    .find((entry) => entry.label === label)
    ?.click?.();
}
