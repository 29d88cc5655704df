import type { BehaviourSwitch } from '#api/behaviour.ts';
import type { Translate } from '../../text/use-text.ts';
import { choiceWords } from '../../ui/switch-words.ts';

/** How a switch stands, in words. */
export function switchValueWords(
  { unit }: BehaviourSwitch,
  value: BehaviourSwitch['value'],
  t: Translate,
): string {
  if (typeof value === 'boolean') return t(value ? 'behaviour.yes' : 'behaviour.no');
  if (typeof value === 'string') return choiceWords(value, t);
  const text = Array.isArray(value) ? value.join(', ') : String(value);
  if (text === '') return t(unit === '' ? 'behaviour.none' : 'behaviour.any');
  return unit === '' ? text : `${text} ${unit}`;
}

/** A list as it is typed, with commas between. */
export function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
}
