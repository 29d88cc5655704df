import type { SignedData } from '#ocpp/v16/signed-data.ts';
import { signedDataInText } from '#ocpp/v16/signed-transfer.ts';
import { readTransparencyFile } from '../read-transparency-file.ts';

/** The signed data in a file, whatever form it has; the file itself as one record where there is nothing that looks signed. */
export function recordsIn(bytes: Buffer): readonly SignedData[] {
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  const start = text.trimStart();
  if (start.startsWith('<')) return orItself(readTransparencyFile(text), bytes);
  // Bytes that are no UTF-8 must not go through a text.
  if (start.startsWith('OCMF')) return [itself(bytes)];
  return orItself(signedDataInText(text), bytes);
}

function orItself(found: readonly SignedData[], bytes: Buffer): readonly SignedData[] {
  return found.length > 0 ? found : [itself(bytes)];
}

function itself(bytes: Buffer): SignedData {
  return { transport: 'plain', bytes, encodingMethod: '', publicKey: null };
}
