import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { callApi, type InputOf } from '../../../lib/call-api.ts';
import { refreshRoutes } from '../../../lib/refresh.ts';

type Change = NonNullable<InputOf<'changeTariff'>['body']>;

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly error: Error };

const PAUSE_MS = 600;

/** Stores what changes once nobody has changed anything for a moment, one write after the other. */
export function useAutosave(tariffId: number) {
  const client = useQueryClient();
  const [state, setState] = useState<SaveState>({ kind: 'saved' });
  const waiting = useRef<readonly Change[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<boolean>>(Promise.resolve(true));

  const saveNow = useCallback(() => {
    clearTimeout(timer.current);
    running.current = running.current.then(async () => {
      const changes = waiting.current;
      if (changes.length === 0) return true;
      waiting.current = [];
      try {
        await callApi('changeTariff', { params: { tariffId }, body: merged(changes) });
        if (waiting.current.length === 0) setState({ kind: 'saved' });
        void refreshRoutes(client, 'tariff');
        return true;
      } catch (error) {
        // What could not be stored is tried again with the next change, or by hand.
        waiting.current = [...changes, ...waiting.current];
        setState({ kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
        return false;
      }
    });
    return running.current;
  }, [client, tariffId]);

  const note = useCallback(
    (change: Change) => {
      waiting.current = [merged([...waiting.current, change])];
      setState({ kind: 'saving' });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void saveNow(), PAUSE_MS);
    },
    [saveNow],
  );
  // Whoever leaves the page leaves nothing behind.
  useEffect(() => () => void saveNow(), [saveNow]);
  return useMemo(() => ({ state, note, saveNow }), [state, note, saveNow]);
}

/** Later changes go before earlier ones. */
function merged(changes: readonly Change[]): Change {
  return Object.assign({}, ...changes);
}
