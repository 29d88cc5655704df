import { useMutation } from '@tanstack/react-query';
import type { AnswerOf } from '../../../lib/call-api.ts';
import { callApi } from '../../../lib/call-api.ts';

/** Largest request that the API takes, in bytes. */
export const MOST_BYTES = 1_000_000;

/** With all that makes it easier to read; a larger one is not even opened. */
const MOST_FILE_BYTES = 10 * MOST_BYTES;

/** What became of a file that somebody chose. */
export type OcpiFile =
  | { readonly kind: 'too-large'; readonly name: string }
  | { readonly kind: 'no-json'; readonly name: string }
  | { readonly kind: 'read'; readonly name: string; readonly found: AnswerOf<'readOcpiTariffs'> };

/** Has a file read as tariffs of OCPI; nothing is stored by that. */
export function useOcpiFile() {
  return useMutation<OcpiFile, Error, File>({
    async mutationFn(file) {
      const { name } = file;
      if (file.size > MOST_FILE_BYTES) return { kind: 'too-large', name };
      const body = parsed(await file.text());
      if (body === undefined) return { kind: 'no-json', name };
      // What only makes it easier to read is not sent.
      if (new Blob([JSON.stringify(body)]).size > MOST_BYTES) return { kind: 'too-large', name };
      return { kind: 'read', name, found: await callApi('readOcpiTariffs', { body }) };
    },
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
