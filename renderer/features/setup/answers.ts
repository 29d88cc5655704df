import type { Setup } from '#api/site.ts';

/** What the wizard has been told so far. */
export type Answers = Setup;

export interface StepProps {
  readonly answers: Answers;
  readonly onChange: (changed: Partial<Answers>) => void;
}
