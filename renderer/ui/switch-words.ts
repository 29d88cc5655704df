import { behaviour } from '../text/en/behaviour.ts';
import type { Translate } from '../text/use-text.ts';

/** A switch of a station's behaviour in words; one that is new here keeps its name. */
export function switchWords(name: string, t: Translate): string {
  return isOf(behaviour.switch, name) ? t(`behaviour.switch.${name}`) : name;
}

/** A choice of a switch in words. */
export function choiceWords(choice: string, t: Translate): string {
  return isOf(behaviour.choice, choice) ? t(`behaviour.choice.${choice}`) : choice;
}

function isOf<Words extends object>(words: Words, name: string): name is Extract<keyof Words, string> {
  return Object.hasOwn(words, name);
}
