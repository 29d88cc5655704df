import { session } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import { callsOf, resetFake } from './fake-electron.ts';
import { fakeServer } from './fake-server.ts';
import { renewSignIn, signInWindow } from './sign-in-window.ts';

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

test('a program that runs for months stays signed in', async () => {
  let now = 0;
  const renew = renewSignIn({ server: fakeServer(), session: session.defaultSession, now: () => now });

  await renew();
  expect(callsOf('cookies.set')).toHaveLength(0);
  now += 13 * 3_600_000;
  await renew();
  await renew();
  expect(callsOf('cookies.set')).toHaveLength(1);
});
