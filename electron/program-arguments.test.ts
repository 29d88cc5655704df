import { expect, test } from 'vitest';
import { programArguments } from './program-arguments.ts';

test('npm start passes its arguments behind a separator, after those of Electron', () => {
  const argv = ['/opt/electron', '.', '--no-sandbox', '--', '--demo', '--data', 'my site'];

  expect(programArguments(argv)).toEqual(['--demo', '--data', 'my site']);
});

test('the installed program gets its arguments directly', () => {
  expect(programArguments(['C:\\Program Files\\Ladehaus\\Ladehaus.exe', '--demo'])).toEqual(['--demo']);
  expect(programArguments(['/opt/Ladehaus/ladehaus'])).toEqual([]);
});
