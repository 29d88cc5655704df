import type { StationId } from '../shared/ids.ts';
import { safeFileName } from '../shared/safe-file-name.ts';
import { DAY, elapsed, type Instant } from '../shared/units.ts';

export type DocumentKind = 'jpeg' | 'png' | 'webp' | 'pdf';

/** A photo or a document that is kept with a station. What is in it never changes. */
export interface StationDocument {
  readonly id: number;
  readonly stationId: StationId;
  /** As whoever added it named it, made safe; its end fits its kind. */
  readonly name: string;
  readonly kind: DocumentKind;
  readonly bytes: number;
  /** Of what is in it, hexadecimal; the file is kept under it. */
  readonly sha256: string;
  readonly addedAt: Instant;
  readonly addedBy: string;
  readonly removedAt: Instant | null;
}

/** What the files of all stations may take together, in bytes. */
export const MOST_DOCUMENT_BYTES = 2_000_000_000;
/** So long a document that was removed can come back. */
const KEPT_AFTER_REMOVAL = 30 * DAY;

/** What a file is by its first bytes, whatever it is called; null for what is not kept. */
export function kindByContent(bytes: Uint8Array): DocumentKind | null {
  const kinds = Object.keys(SIGNATURES) as DocumentKind[];
  return kinds.find((kind) => SIGNATURES[kind].every(([at, expected]) => isAt(bytes, at, expected))) ?? null;
}

/** A safe name whose end says what the file is: a picture that is called a page must not be opened as one. */
export function documentName(name: string, kind: DocumentKind): string {
  const safe = safeFileName(name);
  const [usual] = ENDINGS[kind];
  if (safe === '') return `document.${usual}`;
  const ending = safe.split('.').at(-1)?.toLowerCase() ?? '';
  return ENDINGS[kind].includes(ending) && safe.includes('.') ? safe : `${safe}.${usual}`;
}

/** Whether its file is still there: one that was removed can come back for 30 days. */
export function isDocumentKept({ removedAt }: StationDocument, now: Instant): boolean {
  return removedAt === null || elapsed(removedAt, now) < KEPT_AFTER_REMOVAL;
}

/**
 * Whether one more file fits in beside those that are kept, removed ones among them. The same bytes are one file,
 * however many stations have it.
 */
export function hasRoomFor(
  file: Pick<StationDocument, 'sha256' | 'bytes'>,
  kept: Iterable<StationDocument>,
): boolean {
  const sizes = new Map([...kept].map(({ sha256, bytes }) => [sha256, bytes]));
  sizes.set(file.sha256, file.bytes);
  return [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0) <= MOST_DOCUMENT_BYTES;
}

type Signature = readonly (readonly [at: number, bytes: readonly number[]])[];

/** RFC 2083 §3.1, ITU T.81 §B.1.1, RFC 9649 §2.4, ISO 32000-1 §7.5.2. */
const SIGNATURES: Readonly<Record<DocumentKind, Signature>> = {
  jpeg: [[0, [0xff, 0xd8, 0xff]]],
  png: [[0, [0x89, ...ascii('PNG\r\n\u001a\n')]]],
  webp: [
    [0, ascii('RIFF')],
    [8, ascii('WEBP')],
  ],
  pdf: [[0, ascii('%PDF-')]],
};

const ENDINGS: Readonly<Record<DocumentKind, readonly [string, ...string[]]>> = {
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  png: ['png'],
  webp: ['webp'],
  pdf: ['pdf'],
};

function ascii(text: string): readonly number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}

function isAt(bytes: Uint8Array, at: number, expected: readonly number[]): boolean {
  return expected.every((byte, index) => bytes[at + index] === byte);
}
