import { expect, test } from 'vitest';
import { gatherLookups } from './gather-lookups.ts';

test('whatever is asked for while a look-up runs is looked up together in the next', async () => {
  const trips: (readonly string[])[] = [];
  const lookUp = gatherLookups(async (keys) => {
    trips.push(keys);
    await new Promise((resolve) => setImmediate(resolve));
    return new Map(keys.filter((key) => key !== 'nobody').map((key) => [key, `session of ${key}`]));
  });
  const first = lookUp('a');
  await new Promise((resolve) => queueMicrotask(() => resolve(null)));
  const others = ['b', 'nobody', 'c'].map((key) => lookUp(key));
  expect(await first).toBe('session of a');
  expect(await Promise.all(others)).toEqual(['session of b', null, 'session of c']);
  expect(trips).toEqual([['a'], ['b', 'nobody', 'c']]);
});

test('a look-up that fails is told to those who asked, and the next one goes on', async () => {
  let broken = true;
  const lookUp = gatherLookups(async () => {
    if (broken) throw new Error('out of order');
    return new Map([['a', 1]]);
  });
  await expect(Promise.all([lookUp('a'), lookUp('b')])).rejects.toThrow('out of order');
  broken = false;
  expect(await lookUp('a')).toBe(1);
});
