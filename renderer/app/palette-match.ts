import type { ReactNode } from 'react';

export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  readonly under?: string;
  readonly icon: ReactNode;
  /** Further words it is found by. */
  readonly words?: string;
  readonly run: () => void;
}

/** Entries that contain every word asked for, in any order; those that begin with the first word come first. */
export function matchEntries(entries: readonly PaletteEntry[], query: string): readonly PaletteEntry[] {
  const wanted = fold(query).split(/\s+/).filter(Boolean);
  const first = wanted[0];
  if (first === undefined) return entries;
  const matching = entries.filter((entry) => {
    const text = fold(`${entry.label} ${entry.under ?? ''} ${entry.words ?? ''}`);
    return wanted.every((word) => text.includes(word));
  });
  const rank = (entry: PaletteEntry): number => (fold(entry.label).startsWith(first) ? 0 : 1);
  return matching.toSorted((a, b) => rank(a) - rank(b));
}

/** "Büro" is found by "buro", "04 a2" by "04A2". */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
