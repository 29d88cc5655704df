/** What signed meter data is written in, by the names of the transparency software. Only OCMF is verified here. */
export const SIGNED_FORMATS = [
  'OCMF',
  'EDL_40_P',
  'EDL_40_SIG',
  'EDL_40_MENNEKES',
  'ISA_EDL_40_P',
  'ALFEN',
  'PCDF',
  'unknown',
] as const;

export type SignedFormat = (typeof SIGNED_FORMATS)[number];

/** Signed meter data, byte for byte as the meter made it. */
export interface SignedRecord {
  readonly format: SignedFormat;
  readonly text: string;
  /** How the bytes are had back from the text. `latin-1`, one character for each byte, is for what is no plain text. */
  readonly charset: 'utf-8' | 'latin-1';
  /** The key that came along, as it was spelt. It proves nothing by itself; null where none came. */
  readonly claimedKey: string | null;
  /** ReadingContext of OCPP 1.6 §7.35; null where it came without one. */
  readonly context: string | null;
}

/** The format of a record: what its own beginning says, else what the station calls it (`encodingMethod`). */
export function signedFormat(text: string, told: string): SignedFormat {
  const start = text.trimStart();
  if (/^OCMF\s*\|/.test(start)) return 'OCMF';
  if (start.startsWith('AP;')) return 'ALFEN';
  const name = told.trim().toUpperCase();
  // A record that calls itself OCMF and does not begin like one is none.
  const known = SIGNED_FORMATS.find((format) => format === name && format !== 'OCMF');
  return known ?? (name === 'EDL' ? 'EDL_40_P' : 'unknown');
}

/** Whether all characters can stand in XML, where most control characters cannot even be written as references (XML 1.0 §2.2). */
export function isPlainText(text: string): boolean {
  return !notInXml.test(text);
}

const notInXml = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;
