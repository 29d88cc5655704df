import { isBegin, isEnd } from './ocmf-record.ts';
import type { OcmfText } from './read-ocmf.ts';

/** Which records begin and end a session. Records are named by their place among all of them. */
export type PairChoice =
  /** One part for a record with both ends, else begin and end. Each is a list of records with one payload: any of them will do. */
  | { readonly kind: 'pair'; readonly parts: readonly (readonly number[])[] }
  /** More than one pair, and they differ. */
  | { readonly kind: 'several'; readonly records: readonly number[] }
  /** Nothing begins or ends anything. */
  | { readonly kind: 'none' };

/**
 * Finds the records that begin and end a session, wherever they came in (one with both, or one of each, repeated or not).
 * Readings while charging and fiscal ones are passed over. It goes by what records say, before anything is verified; null
 * stands for a record that cannot be read.
 */
export function choosePair(records: readonly (OcmfText | null)[]): PairChoice {
  const parts = byPayload(records.flatMap(partOf));
  const wholes = parts.filter(({ begins, ends }) => begins && ends);
  if (wholes.length > 0) return choiceOf(wholes, []);
  return choiceOf(
    parts.filter(({ begins }) => begins),
    parts.filter(({ ends }) => ends),
  );
}

/** The records whose signatures decide about a session. All the others need not be verified, and there may be hundreds. */
export function recordsToVerify(records: readonly (OcmfText | null)[]): readonly number[] {
  const chosen = choosePair(records);
  if (chosen.kind === 'pair') return chosen.parts.flat();
  return chosen.kind === 'none' ? records.slice(0, 1).map((_, index) => index) : [];
}

interface Part {
  readonly payload: string;
  readonly records: readonly number[];
  readonly begins: boolean;
  readonly ends: boolean;
}

function choiceOf(begins: readonly Part[], ends: readonly Part[]): PairChoice {
  const parts = [...begins, ...ends].map(({ records }) => records);
  if (parts.length === 0) return { kind: 'none' };
  if (begins.length > 1 || ends.length > 1)
    return { kind: 'several', records: parts.flatMap((records) => records.slice(0, 1)) };
  return { kind: 'pair', parts };
}

function partOf(ocmf: OcmfText | null, index: number): readonly (Part & { readonly ocmf: OcmfText })[] {
  if (ocmf === null || ocmf.record.page?.of === 'fiscal') return [];
  const begins = ocmf.record.readings.some(isBegin);
  const ends = ocmf.record.readings.some(isEnd);
  return begins || ends ? [{ payload: ocmf.payload, records: [index], begins, ends, ocmf }] : [];
}

/** A record is sent twice or thrice; to verify more of them would only cost time. */
const MOST_SIGNATURES = 8;

/**
 * The same record comes twice when it is sent with a meter value and again with the stop; some devices sign it anew each
 * time, which makes another signature over the same payload.
 */
function byPayload(parts: readonly (Part & { readonly ocmf: OcmfText })[]): readonly Part[] {
  const found = new Map<string, Part>();
  const seen = new Set<string>();
  for (const part of parts) {
    const { payload, signature } = part.ocmf;
    const same = `${payload}|${signature.data}`;
    if (seen.has(same)) continue;
    seen.add(same);
    const before = found.get(payload)?.records ?? [];
    if (before.length < MOST_SIGNATURES)
      found.set(payload, { ...part, records: [...before, ...part.records] });
  }
  return [...found.values()];
}
