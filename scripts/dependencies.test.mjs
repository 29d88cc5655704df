import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from './project-folder.mjs';

test('every dependency has its reason, and no reason has lost its dependency', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  const rows = readFileSync(inProject('docs', 'dependencies.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const explained = rows.flatMap((row) => {
    const [, names = ''] = row.split('|');
    return [...names.matchAll(/`(.+?)`/g)].map(([, name]) => name);
  });

  expect(explained.toSorted()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).toSorted());
});
