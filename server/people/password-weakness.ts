import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** Why a new password is not taken. */
export type PasswordWeakness = 'too-easy';

/** What is guessed first is long before this; more only costs time. */
const MOST_LOOKED_AT = 40;
/** Fewer than about a hundred million guesses: a list of common passwords, or the name of the site with a year. */
const LEAST_SCORE = 2;
const OWN_WORDS = ['ladehaus', 'ladestation', 'wallbox', 'charging', 'station'];

/**
 * Whether a password would be guessed soon, or null. Compared with forty thousand common ones and with the words that
 * somebody would try who knows the site (ASVS 5.0 6.2.4, 6.2.11, 6.2.12). There are no rules about kinds of characters.
 */
export async function passwordWeakness(
  password: string,
  words: readonly string[],
): Promise<PasswordWeakness | null> {
  const known = [...OWN_WORDS, ...words.flatMap(partsOf)];
  const { score } = (await estimator()).check(password.slice(0, MOST_LOOKED_AT), known);
  return score < LEAST_SCORE ? 'too-easy' : null;
}

/** "Mara Weber" is tried as two words and as one. */
function partsOf(words: string): readonly string[] {
  const parts = words.toLowerCase().split(/\s+/);
  return [...parts, parts.join('')];
}

let made: Promise<ZxcvbnFactory> | null = null;

/** Its dictionaries are large, and most starts of the program set no password. */
function estimator(): Promise<ZxcvbnFactory> {
  made ??= makeEstimator();
  return made;
}

async function makeEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new Factory({ dictionary, graphs: adjacencyGraphs });
}
