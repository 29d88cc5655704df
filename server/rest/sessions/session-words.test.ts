import { expect, test } from 'vitest';
import { PRICE_STATE_WORDS, SESSION_STATE_WORDS } from './session-words.ts';

test.each(['de', 'en'] as const)('the words of a file are those on the screen (%s)', async (language) => {
  const onScreen = async (area: string) =>
    (await import(new URL(`../../../renderer/text/${language}/${area}.ts`, import.meta.url).href))[area];
  const inFile = (words: Readonly<Record<string, { readonly de: string; readonly en: string }>>) =>
    Object.fromEntries(Object.entries(words).map(([state, word]) => [state, word[language]]));
  expect(inFile(SESSION_STATE_WORDS)).toEqual((await onScreen('sessions')).state);
  expect(inFile(PRICE_STATE_WORDS)).toEqual((await onScreen('prices')).short);
});
