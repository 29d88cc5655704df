import { expect, it } from 'vitest';
import { keyGroups, shortKey } from './key-words.ts';

it('writes a key in groups of four, whatever is left at its end', () => {
  expect(keyGroups('3059301306')).toBe('3059 3013 06');
  expect(keyGroups('04abcdef')).toBe('04AB CDEF');
});

it('never breaks the short name of a key', () => {
  expect(shortKey('39DA 11FF EA1A F14C')).not.toContain(' ');
});
