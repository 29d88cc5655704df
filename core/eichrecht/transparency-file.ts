import type { SignedRecord } from './signed-record.ts';

/** What a file for the transparency software is made of: one value for each record of a session. */
export interface TransparencyValue {
  readonly record: SignedRecord;
  /** Whole DER in hex, as it is printed on meters; null where none is known: the software asks for it then. */
  readonly publicKey: string | null;
}

/**
 * The file that a driver checks with the transparency software (`XML_Format.md`, `values.xsd`). Signed values stand in it byte for
 * byte, without blanks around; what XML cannot hold is written in hex.
 */
export function transparencyFile(values: readonly TransparencyValue[], transactionId: number): string {
  const written = values.map((value) => valueElement(value, transactionId));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<values>${['', ...written].join('\n  ')}\n</values>\n`;
}

/** The order is that of the schema: key before data. */
function valueElement({ record, publicKey }: TransparencyValue, transactionId: number): string {
  const context = record.context === null ? '' : ` context="${escapeAttribute(record.context)}"`;
  const key = publicKey === null ? '' : `<publicKey encoding="hex">${escapeText(publicKey)}</publicKey>`;
  return `<value transactionId="${transactionId}"${context}>${key}${signedData(record)}</value>`;
}

function signedData({ format, text, charset }: SignedRecord): string {
  // The software finds out by itself what has no name. Nothing may stand around a record (`XML_Format.md`).
  const name = format === 'unknown' ? '' : ` format="${format}"`;
  if (charset === 'utf-8')
    return `<signedData${name} encoding="plain">${escapeText(format === 'OCMF' ? text.trim() : text)}</signedData>`;
  return `<signedData${name} encoding="hex">${hexOfBytes(text)}</signedData>`;
}

/** A reader of XML turns CR into LF (XML 1.0 §2.11): it would no longer be what was signed. */
function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** Blanks in attributes are turned into spaces (XML 1.0 §3.3.3). */
function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

function hexOfBytes(text: string): string {
  return Array.from(text, (one) => one.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}
