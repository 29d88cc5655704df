import { isDeepStrictEqual } from 'node:util';

/** A case that did not see what it must see. */
export class Failure extends Error {
  constructor(expected: string, seen: unknown) {
    super(`expected ${expected}; seen ${inOneLine(seen)}`);
    this.name = 'Failure';
  }
}

/** Insists that `seen` holds at least what `part` holds; lists have to be whole. */
export function shows(what: string, seen: unknown, part: unknown): void {
  if (!holds(seen, part)) throw new Failure(`${what} ${inOneLine(part)}`, seen);
}

/** Insists that `seen` is this and nothing more. */
export function equals(what: string, seen: unknown, wanted: unknown): void {
  if (!isDeepStrictEqual(seen, wanted)) throw new Failure(`${what} ${inOneLine(wanted)}`, seen);
}

/** Insists on something that can be said in words only. */
export function insist(expected: string, isSo: boolean, seen: unknown = 'otherwise'): asserts isSo {
  if (!isSo) throw new Failure(expected, seen);
}

/** How long a case waits for what has to come. */
export interface Patience {
  readonly ms: number;
}

/** Looks again and again until there is something to see, and hands it out. */
export async function eventually<T>(
  expected: string,
  look: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  { ms }: Patience,
): Promise<T> {
  const deadline = performance.now() + ms;
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    if (performance.now() > deadline) throw new Failure(expected, `nothing of the kind in ${ms / 1_000} s`);
    await pause(20);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function holds(seen: unknown, part: unknown): boolean {
  if (Array.isArray(part))
    return (
      Array.isArray(seen) && seen.length === part.length && part.every((item, at) => holds(seen[at], item))
    );
  if (typeof part !== 'object' || part === null) return Object.is(seen, part);
  if (typeof seen !== 'object' || seen === null) return false;
  const fields = new Map(Object.entries(seen));
  return Object.entries(part).every(([key, wanted]) => holds(fields.get(key), wanted));
}

function inOneLine(seen: unknown): string {
  if (typeof seen === 'string') return seen;
  const text = JSON.stringify(seen) ?? String(seen);
  return text.length > 400 ? `${text.slice(0, 400)} …` : text;
}
