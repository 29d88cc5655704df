import { session } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import { callsOf, resetFake } from './fake-electron.ts';
import { fakeServer } from './fake-server.ts';
import { signInWindow } from './sign-in-window.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

beforeEach(resetFake);

test('the window is signed in with a cookie that no script can read and no other site can use', async () => {
  await signInWindow(fakeServer(), session.defaultSession);

  expect(callsOf('cookies.set')).toEqual([
    [
      {
        url: 'http://127.0.0.1:4480/',
        name: 'ladehaus-session',
        value: 'secret',
        httpOnly: true,
        sameSite: 'strict',
      },
    ],
  ]);
});

test('before there is an owner the window is a visitor like any other', async () => {
  await signInWindow({ ...fakeServer(), signInWindow: async () => null }, session.defaultSession);

  expect(callsOf('cookies.set')).toEqual([]);
});
