import { beforeEach, expect, test, vi } from 'vitest';
import { app, resetFake, surroundings } from './fake-electron.ts';
import { claimSingleInstance } from './single-instance.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

beforeEach(resetFake);

test('a second start shows the window of the first', () => {
  const show = vi.fn();

  expect(claimSingleInstance(show)).toBe(true);
  app.emit('second-instance');
  expect(show).toHaveBeenCalledTimes(1);
});

test('a click on the Dock icon shows the window too', () => {
  const show = vi.fn();
  claimSingleInstance(show);

  app.emit('activate');

  expect(show).toHaveBeenCalledTimes(1);
});

test('the second program does not claim anything', () => {
  surroundings.isFirstInstance = false;
  const show = vi.fn();

  expect(claimSingleInstance(show)).toBe(false);
  app.emit('second-instance');
  expect(show).not.toHaveBeenCalled();
});
