import type { StationId } from '../shared/ids.ts';

/**
 * The station that somebody has probably mistyped: letters in another case, blanks, dashes or dots. Null when none or
 * more than one can be meant. Only ever shown; whoever connects under another identity is another station.
 */
export function likelyStation(typed: string, known: Iterable<StationId>): StationId | null {
  const wanted = folded(typed);
  if (wanted === '') return null;
  const candidates = [...known].filter((id) => id !== typed && folded(id) === wanted);
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

function folded(id: string): string {
  return id
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s._\-–/]+/g, '');
}
