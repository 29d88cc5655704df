import { expect, test, vi } from 'vitest';
import { runSteps } from './run-steps.mjs';

test('a step that throws or returns false fails, and only the steps that need it are left out', async () => {
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();

  const outcomes = await runSteps([
    { name: 'types', run: () => false },
    {
      name: 'build',
      run: () => {
        throw new Error('no compiler');
      },
    },
    { name: 'tests', run: async () => true },
    { name: 'browser tests', needs: ['tests', 'build'], run: () => true },
  ]);

  expect(outcomes).toEqual([
    { name: 'types', kind: 'failed' },
    { name: 'build', kind: 'failed' },
    { name: 'tests', kind: 'passed' },
    { name: 'browser tests', kind: 'not-run' },
  ]);
});
