import { isPlainText, type SignedRecord, signedFormat } from '#core/eichrecht/signed-record.ts';
import type { SignedData } from '#ocpp/v16/signed-data.ts';

/** What came over the wire, in our words: not a byte is changed. */
export function signedRecordOf(data: SignedData, context: string | null): SignedRecord {
  const { text, charset } = textOf(data.bytes);
  return {
    format: signedFormat(text, data.encodingMethod),
    text,
    charset,
    claimedKey: data.publicKey,
    context,
  };
}

/** The bytes as text that gives them back; one character for each byte where they are no plain UTF-8. */
function textOf(bytes: Uint8Array): Pick<SignedRecord, 'text' | 'charset'> {
  try {
    const text = strictly.decode(bytes);
    if (isPlainText(text)) return { text, charset: 'utf-8' };
  } catch {
    // Not UTF-8: old meters write ISO 8859-1.
  }
  return { text: Buffer.from(bytes).toString('latin1'), charset: 'latin-1' };
}

const strictly = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
