import { AccessChoice } from '../../ui/access-choice.tsx';
import type { StepProps } from './answers.ts';

export function AccessStep({ answers, onChange }: StepProps) {
  return <AccessChoice value={answers.access} onChange={(access) => onChange({ access })} />;
}
