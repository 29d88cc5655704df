import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { oddStations } from './odd-stations.ts';

test('every row of the two lists of odd stations is played by somebody', () => {
  const played = new Set(oddStations.flatMap(({ rows }) => rows));
  const wanted = [...numbered('T', 50), ...numbered('Q', 48)];
  expect(wanted.filter((row) => !played.has(row))).toEqual([]);
  expect([...played].filter((row) => !wanted.includes(row))).toEqual([]);
});

test('every odd station has a name of its own and a line in the documentation', () => {
  const names = oddStations.map(({ id }) => id);
  expect(new Set(names).size).toBe(names.length);
  const page = readFileSync(new URL('../../../docs/odd-stations.md', import.meta.url), 'utf8');
  expect(oddStations.map(tableLine).filter((line) => !page.includes(line))).toEqual([]);
  expect(page.match(/^\| `/gm)?.length).toBe(oddStations.length);
});

function tableLine({ id, title, seenAt, rows }: (typeof oddStations)[number]): string {
  return `| \`${id}\` | ${title} | ${seenAt} | ${rows.join(', ')} |`;
}

function numbered(letter: string, most: number): readonly string[] {
  return Array.from({ length: most }, (_, index) => `${letter}${index + 1}`);
}
