import { beforeEach, expect, test, vi } from 'vitest';
import { callsOf, powerMonitor, resetFake } from './fake-electron.ts';
import { fakeServer } from './fake-server.ts';
import { guardSleep } from './power.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

beforeEach(resetFake);

test('the computer stays awake from the first station until the last one has gone', () => {
  const server = fakeServer();
  guardSleep(server);
  expect(callsOf('powerSaveBlocker.start')).toEqual([]);

  server.report({ connectedStations: 1, runningSessions: 0 });
  server.report({ connectedStations: 5, runningSessions: 2 });
  expect(callsOf('powerSaveBlocker.start')).toEqual([['prevent-app-suspension']]);

  server.report({ connectedStations: 0, runningSessions: 1 });
  expect(callsOf('powerSaveBlocker.stop')).toEqual([]);

  server.report({ connectedStations: 0, runningSessions: 0 });
  expect(callsOf('powerSaveBlocker.stop')).toEqual([[1]]);
});

test('stations that come back keep the computer awake again', () => {
  const server = fakeServer();
  guardSleep(server);

  for (const connectedStations of [1, 0, 1]) server.report({ connectedStations, runningSessions: 0 });

  expect(callsOf('powerSaveBlocker.start')).toHaveLength(2);
  expect(callsOf('powerSaveBlocker.stop')).toHaveLength(1);
});

test('the server hears when the computer has slept all the same', () => {
  const server = fakeServer();
  guardSleep(server);

  powerMonitor.emit('resume');

  expect(server.events).toEqual(['resumed']);
});
