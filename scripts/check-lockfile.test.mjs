import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findLockfileFaults } from './check-lockfile.mjs';
import { inProject } from './project-folder.mjs';

test('the lockfile of this project installs on every platform', () => {
  const lockfile = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'));

  expect(findLockfileFaults(lockfile.packages)).toEqual([]);
});

test('a platform package that was not locked is named with its range', () => {
  const faults = findLockfileFaults({
    '': {},
    'node_modules/parser': { optionalDependencies: { 'parser-linux': '1.0.0', 'parser-win32': '1.0.0' } },
    'node_modules/parser-linux': {},
  });

  expect(faults).toEqual(['node_modules/parser may need parser-win32@1.0.0, which is not in the lockfile']);
});

test('a platform package is found beside its package or in any folder above', () => {
  const faults = findLockfileFaults({
    'node_modules/a/node_modules/b': { optionalDependencies: { near: '1', between: '1', top: '1' } },
    'node_modules/a/node_modules/b/node_modules/near': {},
    'node_modules/a/node_modules/between': {},
    'node_modules/top': {},
  });

  expect(faults).toEqual([]);
});

test('a registry host in the lockfile is a fault', () => {
  const faults = findLockfileFaults({
    'node_modules/a': { resolved: 'https://mirror.example/a.tgz' },
  });

  expect(faults).toEqual(['node_modules/a names a registry host: https://mirror.example/a.tgz']);
});
