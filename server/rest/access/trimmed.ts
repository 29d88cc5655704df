/** Texts as they were meant: nobody types blanks around them on purpose. */
export function trimmed<Texts extends object>(texts: Texts): Texts {
  const entries = Object.entries(texts).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'string' ? value.trim() : value,
  ]);
  return Object.fromEntries(entries) as Texts;
}
