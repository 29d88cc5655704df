import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { type Example, USUAL_EXAMPLE } from './example-session.ts';

interface ExampleState {
  readonly example: Example;
  readonly set: (change: Partial<Example>) => void;
}

/** The session that somebody thought of last, kept in this window. */
export const useExampleState = create<ExampleState>()(
  persist(
    (set) => ({
      example: USUAL_EXAMPLE,
      set: (change) => set(({ example }) => ({ example: { ...example, ...change } })),
    }),
    { name: 'ladehaus-example', version: 2 },
  ),
);
