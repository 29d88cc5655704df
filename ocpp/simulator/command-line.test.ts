import { expect, test } from 'vitest';
import { helpText, readCommandLine } from './command-line.ts';

test('without any options one station connects to the address of a fresh installation', () => {
  expect(readCommandLine([])).toMatchObject({
    kind: 'run',
    wish: { url: 'ws://127.0.0.1:8180/ocpp/', stations: 1, prefix: 'SIM-', life: false, speed: 1 },
  });
});

test('every option is read', () => {
  const args =
    '--url ws://host/ocpp --stations 20 --prefix P --password s --cards A,B --life --seed 9 --speed 4';
  expect(readCommandLine(args.split(' '))).toEqual({
    kind: 'run',
    wish: {
      url: 'ws://host/ocpp/',
      stations: 20,
      prefix: 'P',
      password: 's',
      security: { profile: 1, caFile: undefined, certificateFile: undefined, keyFile: undefined },
      odd: undefined,
      cards: ['A', 'B'],
      signs: undefined,
      life: true,
      seed: 9,
      speed: 4,
    },
  });
});

test.each([
  ['--url http://host/', '--url'],
  ['--stations many', '--stations'],
  ['--stations 0', '--stations'],
  ['--speed 0', '--speed'],
  ['--seed x', '--seed'],
  ['--cards ,', '--cards'],
  ['--nonsense', '--nonsense'],
  ['--odd nonsense', '--odd'],
  ['--signs nonsense', '--signs'],
  ['--profile 4', '--profile'],
  ['--profile 1', '--password'],
  ['--profile 2 --password s', 'wss:'],
  ['--profile 2 --password s --url wss://host/', '--ca'],
  ['--profile 3 --url wss://host/ --ca f', '--certificate'],
])('%s is wrong, and it is said what', (args, mentioned) => {
  const read = readCommandLine(args.split(' '));
  expect(read).toMatchObject({ kind: 'wrong', problem: expect.stringContaining(mentioned) });
});

test('an odd station is called by its name, and all of them are listed', () => {
  expect(readCommandLine(['--odd', 'list'])).toEqual({ kind: 'list-odd' });
  expect(readCommandLine(['--odd', 'no-stop'])).toMatchObject({
    kind: 'run',
    wish: { odd: { id: 'no-stop' } },
  });
});

test('a line over TLS names the files it needs', () => {
  const args = '--url wss://host/ocpp/ --profile 3 --ca a.pem --certificate b.pem --key c.pem';
  expect(readCommandLine(args.split(' '))).toMatchObject({
    wish: { security: { profile: 3, caFile: 'a.pem', certificateFile: 'b.pem', keyFile: 'c.pem' } },
  });
});

test('help names every option', () => {
  expect(readCommandLine(['--help'])).toEqual({ kind: 'help' });
  for (const option of [
    'url',
    'stations',
    'prefix',
    'password',
    'cards',
    'life',
    'seed',
    'speed',
    'profile',
    'ca',
    'certificate',
    'key',
    'odd',
  ]) {
    expect(helpText).toContain(`--${option}`);
  }
});
