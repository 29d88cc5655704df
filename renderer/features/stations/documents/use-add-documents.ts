import { useRef, useState } from 'react';
import { addStationDocument, DOCUMENT_TYPES } from '#api/station-documents.ts';
import { useCall } from '../../../lib/use-call.ts';

/** A file on its way to a station. */
export interface Sending {
  readonly key: number;
  readonly file: File;
  readonly state: SendingState;
}

export type SendingState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'refused'; readonly error: Error };

/** Largest file that is taken, in bytes. */
export const MOST_BYTES = addStationDocument.takes.mostBytes;
const LONGEST_NAME = 255;

/** Sends files one after the other; each is named until it is there, or with the reason why it is not. */
export function useAddDocuments(stationId: string) {
  const add = useCall('addStationDocument');
  const lastKey = useRef(0);
  const [sendings, setSendings] = useState<readonly Sending[]>([]);
  const put = (key: number, state: SendingState) =>
    setSendings((all) => all.map((one) => (one.key === key ? { ...one, state } : one)));
  const dismiss = (key: number) => setSendings((all) => all.filter((one) => one.key !== key));

  const send = async ({ key, file }: Sending) => {
    if (file.size > MOST_BYTES) return put(key, { kind: 'too-large' });
    put(key, { kind: 'sending' });
    try {
      await add.mutateAsync({
        params: { stationId },
        query: { name: file.name.slice(-LONGEST_NAME) },
        file: new Blob([file], { type: typeOf(file) }),
      });
      dismiss(key);
    } catch (error) {
      put(key, { kind: 'refused', error: error instanceof Error ? error : new Error(String(error)) });
    }
  };
  const take = async (files: readonly File[]) => {
    const fresh = files.map((file): Sending => {
      lastKey.current += 1;
      return { key: lastKey.current, file, state: { kind: 'waiting' } };
    });
    setSendings((all) => [...all, ...fresh]);
    for (const one of fresh) await send(one);
  };
  return { sendings, take, again: send, dismiss };
}

/** Browsers guess it by the name; what is inside decides, and the server looks there. */
function typeOf({ type }: File): string {
  return Object.values(DOCUMENT_TYPES).find((known) => known === type) ?? DOCUMENT_TYPES.pdf;
}
