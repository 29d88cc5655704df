import { BrowserWindow } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import { app, callsOf, powerMonitor, resetFake, surroundings } from './fake-electron.ts';
import { type FakeServer, fakeServer } from './fake-server.ts';
import { guardQuit } from './quit.ts';
import { wordsIn } from './words.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

const KEEP_RUNNING = 0;
const QUIT = 1;

beforeEach(resetFake);

test('without running sessions the server is stopped and the program ends without a question', async () => {
  const { server } = guarded(0);

  app.emit('before-quit', { preventDefault() {} });

  await vi.waitFor(() => expect(callsOf('app.exit')).toEqual([[0]]));
  expect(server.events).toEqual(['stopped']);
  expect(callsOf('dialog.showMessageBox')).toEqual([]);
});

test('while cars are charging the person is asked, with how many', async () => {
  surroundings.pressedButton = QUIT;
  const { server } = guarded(3);

  app.emit('before-quit', { preventDefault() {} });

  await vi.waitFor(() => expect(callsOf('app.exit')).toEqual([[0]]));
  expect(callsOf('dialog.showMessageBox')).toEqual([
    [expect.objectContaining({ message: '3 cars are charging. Quit all the same?' })],
  ]);
  expect(server.events).toEqual(['stopped']);
});

test('whoever lets it run keeps the stations connected, and is asked again next time', async () => {
  surroundings.pressedButton = KEEP_RUNNING;
  const { server } = guarded(1);

  app.emit('before-quit', { preventDefault() {} });
  await vi.waitFor(() => expect(callsOf('dialog.showMessageBox')).toHaveLength(1));
  await vi.waitFor(() => {
    app.emit('before-quit', { preventDefault() {} });
    expect(callsOf('dialog.showMessageBox')).toHaveLength(2);
  });

  expect(server.events).toEqual([]);
  expect(callsOf('app.exit')).toEqual([]);
});

test('pressing the keys again while being asked does not ask twice', async () => {
  surroundings.pressedButton = QUIT;
  const { server } = guarded(1);

  app.emit('before-quit', { preventDefault() {} });
  app.emit('before-quit', { preventDefault() {} });

  await vi.waitFor(() => expect(callsOf('app.exit')).toEqual([[0]]));
  expect(callsOf('dialog.showMessageBox')).toHaveLength(1);
  expect(server.events).toEqual(['stopped']);
});

test('Electron does not end the program by itself before the server has closed', () => {
  guarded(0);
  const event = { preventDefault: vi.fn() };

  app.emit('before-quit', event);

  expect(event.preventDefault).toHaveBeenCalled();
});

test('when the computer shuts down nobody is asked', async () => {
  const { server } = guarded(3);

  powerMonitor.emit('shutdown');

  await vi.waitFor(() => expect(callsOf('app.exit')).toEqual([[0]]));
  expect(server.events).toEqual(['stopped']);
  expect(callsOf('dialog.showMessageBox')).toEqual([]);
});

test('when Windows ends the session nobody is asked', async () => {
  const { server, window } = guarded(3);

  window.emit('session-end');

  await vi.waitFor(() => expect(server.events).toEqual(['stopped']));
});

test('a server that cannot close is told by the exit code', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const server: FakeServer = { ...fakeServer(), stop: () => Promise.reject(new Error('disk full')) };
  guarded(0, server);

  app.emit('before-quit', { preventDefault() {} });

  await vi.waitFor(() => expect(callsOf('app.exit')).toEqual([[1]]));
});

test('a server that never closes does not keep the program from ending', async () => {
  vi.useFakeTimers();
  vi.spyOn(console, 'error').mockReturnValue();
  guarded(0, { ...fakeServer(), stop: () => new Promise(() => undefined) });

  app.emit('before-quit', { preventDefault() {} });
  await vi.advanceTimersByTimeAsync(5_000);

  expect(callsOf('app.exit')).toEqual([[1]]);
  vi.useRealTimers();
});

test('a computer that shuts down is not held up by the quit it asks for', () => {
  guarded(3);
  const event = { preventDefault: vi.fn() };

  powerMonitor.emit('shutdown');
  app.emit('before-quit', event);

  expect(event.preventDefault).not.toHaveBeenCalled();
});

test('the place of the window is remembered before the program ends', async () => {
  const { beforeLeaving } = guarded(0);

  app.emit('before-quit', { preventDefault() {} });

  await vi.waitFor(() => expect(callsOf('app.exit')).toHaveLength(1));
  expect(beforeLeaving).toHaveBeenCalledTimes(1);
});

function guarded(runningSessions: number, server: FakeServer = fakeServer()) {
  const beforeLeaving = vi.fn();
  const window = new BrowserWindow({});
  guardQuit({
    server,
    window,
    beforeLeaving,
    activity: () => ({ connectedStations: 4, runningSessions }),
    words: () => wordsIn('en'),
  });
  return { server, window, beforeLeaving };
}
