import { beforeEach, expect, test, vi } from 'vitest';
import { callsOf, resetFake } from './fake-electron.ts';
import { openExternal } from './open-external.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

beforeEach(resetFake);

test.each(['https://openchargealliance.org/', 'https://openchargealliance.org/protocols/?v=1.6#core'])(
  '%s opens in the browser',
  async (address) => {
    await openExternal(address);

    expect(callsOf('shell.openExternal')).toEqual([[address]]);
  },
);

test.each([
  '',
  ' ',
  'openchargealliance.org',
  '//openchargealliance.org/',
  'http://openchargealliance.org/',
  'HTTP://LADEHAUS.EXAMPLE.ORG/',
  'https://openchargealliance.org:8443/',
  'https://openchargealliance.org@evil.example/',
  'https://person@openchargealliance.org/',
  'https://person:secret@openchargealliance.org/',
  'https://openchargealliance.org.evil.example/',
  'https://evil.example/openchargealliance.org',
  'https://evil.example/?https://openchargealliance.org/',
  'https://evil.example#openchargealliance.org',
  'https://evil.example\\@openchargealliance.org',
  'https://sub.openchargealliance.org/',
  'https://xopenchargealliance.org/',
  'https://openchargealliance.org./',
  'https://ladehаus.example.org/',
  'https://127.0.0.1/',
  'https://[::1]/',
  'file:///etc/passwd',
  'file://server/share/program.exe',
  'smb://server/share',
  '\\\\server\\share\\program.exe',
  'C:\\Windows\\System32\\calc.exe',
  '/usr/bin/xcalc',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'ms-msdt:/id PCWDiagnostic',
  'search-ms:query=x&crumb=location:\\\\server\\share',
  'ms-officecmd:{"id":3}',
  'mailto:someone@example.org?attach=/etc/passwd',
  'ssh://-oProxyCommand=calc',
  'https:openchargealliance.org:99/',
  'about:blank',
  'https://',
])('%j opens nothing', async (address) => {
  await openExternal(address);

  expect(callsOf('shell.openExternal')).toEqual([]);
});
