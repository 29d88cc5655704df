import { isAbsolute } from 'node:path';
import { expect, test } from 'vitest';
import { defaultDataFolder, readArguments } from './config.ts';

test('what nobody says has a sensible default', () => {
  expect(readArguments([])).toEqual({
    kind: 'config',
    config: {
      dataFolder: defaultDataFolder(false),
      uiPort: 8181,
      ocppHost: '0.0.0.0',
      ocppPort: 8180,
      ocppTlsPort: 8182,
      uploadPort: 8183,
      demo: false,
    },
  });
});

test('the demo stays away from the data, the ports and the network of the real site', () => {
  const read = readArguments(['--demo']);
  expect(read).toMatchObject({ config: { uiPort: 8191, ocppPort: 8190, ocppHost: '127.0.0.1', demo: true } });
  expect(defaultDataFolder(true)).not.toBe(defaultDataFolder(false));
  expect(isAbsolute(defaultDataFolder(true))).toBe(true);
});

test('everything can be said', () => {
  const read = readArguments([
    '--data',
    'x',
    '--port',
    '0',
    '--ocpp-port',
    '65535',
    '--ocpp-host',
    '10.0.0.1',
    '--headless',
  ]);
  expect(read).toMatchObject({ config: { uiPort: 0, ocppPort: 65_535, ocppHost: '10.0.0.1' } });
  expect(read.kind === 'config' && isAbsolute(read.config.dataFolder)).toBe(true);
});

test.each([
  ['--port', 'x'],
  ['--port', '65536'],
  ['--port', '-1'],
  ['--ocpp-port', '1e3'],
  ['--ocpp-port', ''],
  ['--upload-port', 'x'],
  ['--nonsense', 'x'],
  ['stray', 'words'],
])('%s %s is not understood, and said so', (...argv) => {
  const read = readArguments(argv);
  expect(read.kind).toBe('wrong');
  expect(read.kind === 'wrong' && read.message).toMatch(/port|nonsense|stray/);
});

test('help is help', () => {
  expect(readArguments(['--help'])).toEqual({ kind: 'help' });
});
