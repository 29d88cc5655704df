import { expect, it } from 'vitest';
import { runResult } from './run-result.ts';

const steps = (...states: readonly Parameters<typeof runResult>[0][number]['state'][]) =>
  states.map((state) => ({ state, failure: null }));

it('calls a step failed that was left out after it had failed', () => {
  expect(runResult([{ state: 'skipped', failure: 'no-plug' }])).toEqual({
    mark: 'failed',
    counts: [{ state: 'failed', count: 1 }],
  });
});

it('counts how the steps of a run ended, and marks it by the worst', () => {
  expect(runResult(steps('passed', 'skipped', 'failed', 'passed'))).toEqual({
    mark: 'failed',
    counts: [
      { state: 'passed', count: 2 },
      { state: 'skipped', count: 1 },
      { state: 'failed', count: 1 },
    ],
  });
});

it('calls a run passed only when every step has passed', () => {
  expect(runResult(steps('passed', 'passed')).mark).toBe('passed');
  expect(runResult(steps('passed', 'skipped')).mark).toBe('skipped');
  expect(runResult(steps('passed', 'waiting')).mark).toBe('skipped');
});
