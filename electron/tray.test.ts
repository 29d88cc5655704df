import { beforeEach, expect, test, vi } from 'vitest';
import { callsOf, resetFake, Tray } from './fake-electron.ts';
import { fakeServer } from './fake-server.ts';
import { showTray } from './tray.ts';
import { wordsIn } from './words.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

beforeEach(resetFake);

test('the first line says what goes on, and follows the site', () => {
  const { server, tray } = shown();
  expect(tray.menu[0]).toMatchObject({ label: '0 stations connected · 0 cars charging', enabled: false });

  server.report({ connectedStations: 12, runningSessions: 1 });

  expect(tray.menu[0]?.label).toBe('12 stations connected · 1 car charging');
  expect(tray.toolTip).toBe('Ladehaus – 12 stations connected · 1 car charging');
});

test('Quit is last, apart from the rest', () => {
  const { tray } = shown();

  expect(tray.menu.at(-1)?.label).toBe('Quit Ladehaus');
  expect(tray.menu.at(-2)?.type).toBe('separator');
});

test('the entries open the window, copy the station address and quit', () => {
  const { tray, open, server } = shown();

  for (const entry of tray.menu) entry.click?.();

  expect(open).toHaveBeenCalledTimes(1);
  expect(callsOf('clipboard.writeText')).toEqual([[server.ocppUrl]]);
  expect(callsOf('app.quit')).toHaveLength(1);
});

test('a click on the icon opens the window', () => {
  const { tray, open } = shown();

  tray.emit('click');

  expect(open).toHaveBeenCalledTimes(1);
});

test('the menu is drawn anew in the language the page changed to', () => {
  const { tray, redraw, speak } = shown();

  speak('de');
  redraw();

  expect(tray.menu[0]?.label).toBe('0 Stationen verbunden · 0 Ladevorgänge laufen');
});

function shown() {
  const server = fakeServer();
  const open = vi.fn();
  let language: 'de' | 'en' = 'en';
  const redraw = showTray({ server, open, words: () => wordsIn(language) });
  const tray = Tray.shown.at(-1);
  if (tray === undefined) throw new Error('no tray icon was shown');
  const speak = (chosen: 'de' | 'en') => {
    language = chosen;
  };
  return { server, open, redraw, tray, speak };
}
