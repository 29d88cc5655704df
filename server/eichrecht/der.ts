/** One element of DER (X.690): its tag and what it holds. */
export interface DerElement {
  readonly tag: number;
  readonly content: Uint8Array;
}

export const DER_TAG = { integer: 0x02, bitString: 0x03, oid: 0x06, sequence: 0x30 } as const;

/**
 * Takes DER apart into the elements that lie side by side. Null unless they fill the bytes exactly: what is left over is not
 * ours to guess about.
 */
export function derElements(bytes: Uint8Array): readonly DerElement[] | null {
  const elements: DerElement[] = [];
  let at = 0;
  while (at < bytes.length) {
    const tag = bytes[at];
    const length = bytes[at + 1];
    // Nothing that meters sign or print is longer than 127 bytes, so long forms are none of theirs.
    if (tag === undefined || length === undefined || length > 0x7f) return null;
    const end = at + 2 + length;
    if (end > bytes.length) return null;
    elements.push({ tag, content: bytes.subarray(at + 2, end) });
    at = end;
  }
  return elements;
}

/** What lies in a sequence that is all there is; null for anything else. */
export function sequenceIn(bytes: Uint8Array): readonly DerElement[] | null {
  const [sequence, rest] = derElements(bytes) ?? [];
  if (sequence?.tag !== DER_TAG.sequence || rest !== undefined) return null;
  return derElements(sequence.content);
}
