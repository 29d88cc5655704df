import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLog } from './log.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ladehaus-log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a log that grows too long while the program runs makes room, and its latest lines are kept', () => {
  const log = openLog(folder, 10_000);
  for (let line = 1; line <= 1_000; line += 1) log.warn({ line }, 'something odd');
  const files = readdirSync(join(folder, 'logs'));
  expect(files.toSorted()).toEqual(['ladehaus.1.log', 'ladehaus.log']);
  for (const file of files) expect(statSync(join(folder, 'logs', file)).size).toBeLessThan(10_200);
  const numbers = ['ladehaus.1.log', 'ladehaus.log'].flatMap(linesIn);
  expect(numbers).toEqual(numbers.map((_, index) => 1_000 - numbers.length + 1 + index));
  expect(numbers.length).toBeGreaterThan(100);
});

test('it goes on in the file of the run before', () => {
  openLog(folder, 10_000).warn({ line: 1 }, 'before');
  openLog(folder, 10_000).warn({ line: 2 }, 'after');
  expect(linesIn('ladehaus.log')).toEqual([1, 2]);
});

function linesIn(file: string): readonly number[] {
  const text = readFileSync(join(folder, 'logs', file), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).line);
}
