import { session as electronSession } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import { app, callsOf, resetFake, session, WebContents } from './fake-electron.ts';
import { denyPermissions, lockDownPages } from './lock-down.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

const ORIGIN = 'http://127.0.0.1:4480';

beforeEach(resetFake);

const foreign = [
  'https://evil.example/',
  'http://127.0.0.1:4481/',
  'http://localhost:4480/',
  'https://127.0.0.1:4480/',
  'http://127.0.0.1:4480@evil.example/',
  'file:///etc/passwd',
  'data:text/html,hello',
  'about:blank',
  'not an address',
];

for (const kind of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
  test.each(foreign)(`${kind} to %s is stopped`, (url) => {
    expect(isStopped(kind, url)).toBe(true);
  });

  test(`${kind} within the program goes on`, () => {
    expect(isStopped(kind, `${ORIGIN}/sessions?state=open`)).toBe(false);
  });
}

test('no page opens a window; a listed address goes to the browser instead', () => {
  const contents = createPage();

  expect(contents.openHandler({ url: `${ORIGIN}/sessions` })).toEqual({ action: 'deny' });
  expect(contents.openHandler({ url: 'https://evil.example/' })).toEqual({ action: 'deny' });
  expect(contents.openHandler({ url: 'https://openchargealliance.org/' })).toEqual({ action: 'deny' });
  expect(callsOf('shell.openExternal')).toEqual([['https://openchargealliance.org/']]);
});

test('a page cannot embed a webview', () => {
  const event = { preventDefault: vi.fn() };

  createPage().emit('will-attach-webview', event);

  expect(event.preventDefault).toHaveBeenCalled();
});

const permissions = [
  'media',
  'geolocation',
  'notifications',
  'clipboard-read',
  'openExternal',
  'serial',
  'hid',
  'usb',
];

test.each(permissions)('%s is denied to our own page too', (permission) => {
  expect(mayCheck(permission, ORIGIN)).toBe(false);
  expect(mayRequest(permission, `${ORIGIN}/`)).toBe(false);
});

test('copy buttons work on our page and nowhere else', () => {
  expect(mayCheck('clipboard-sanitized-write', ORIGIN)).toBe(true);
  expect(mayRequest('clipboard-sanitized-write', `${ORIGIN}/stations`)).toBe(true);
  expect(mayCheck('clipboard-sanitized-write', 'https://evil.example')).toBe(false);
  expect(mayRequest('clipboard-sanitized-write', '')).toBe(false);
});

test('no page gets at a device', () => {
  denyPermissions(electronSession.defaultSession, ORIGIN);

  expect(session.defaultSession.checkDevice()).toBe(false);
});

function createPage(): WebContents {
  lockDownPages(ORIGIN);
  const contents = new WebContents();
  app.emit('web-contents-created', {}, contents);
  return contents;
}

function isStopped(kind: string, url: string): boolean {
  const event = { url, preventDefault: vi.fn() };
  createPage().emit(kind, event);
  return event.preventDefault.mock.calls.length > 0;
}

function mayCheck(permission: string, origin: string): boolean {
  denyPermissions(electronSession.defaultSession, ORIGIN);
  return session.defaultSession.checkPermission(null, permission, origin);
}

function mayRequest(permission: string, address: string): boolean {
  denyPermissions(electronSession.defaultSession, ORIGIN);
  const contents = new WebContents();
  contents.address = address;
  const answer = vi.fn();
  session.defaultSession.requestPermission(contents, permission, answer);
  return answer.mock.calls[0]?.[0];
}
