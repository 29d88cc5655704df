import { PROBLEM_WORDS_DE } from './problem-words-de.ts';
import { PROBLEM_WORDS_EN } from './problem-words-en.ts';

export const PROBLEM_WORDS = { de: PROBLEM_WORDS_DE, en: PROBLEM_WORDS_EN } as const;
