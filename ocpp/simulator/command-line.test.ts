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
      cards: ['A', 'B'],
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
])('%s is wrong, and it is said what', (args, mentioned) => {
  const read = readCommandLine(args.split(' '));
  expect(read).toMatchObject({ kind: 'wrong', problem: expect.stringContaining(mentioned) });
});

test('help names every option', () => {
  expect(readCommandLine(['--help'])).toEqual({ kind: 'help' });
  for (const option of ['url', 'stations', 'prefix', 'password', 'cards', 'life', 'seed', 'speed']) {
    expect(helpText).toContain(`--${option}`);
  }
});
