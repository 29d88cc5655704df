import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { TraceLine } from '#api/trace.ts';
import { apiUrl, callApi } from '../../lib/call-api.ts';
import { createTraceStore, type TraceStore, type TraceView } from './trace-store.ts';

export interface Trace {
  readonly store: TraceStore;
  readonly view: TraceView;
  /** Null when there is nothing older. */
  readonly loadOlder: (() => void) | null;
  readonly isLoading: boolean;
  readonly error: Error | null;
  /** Whether lines come in right now. */
  readonly isLive: boolean;
}

const PAGE = 500;
const RETRY_MS = 2_000;

/** The messages of one station, or of all: the latest of the journal, then every one as it passes. */
export function useTrace(stationId: string | undefined): Trace {
  const [store] = useState(createTraceStore);
  const [next, setNext] = useState<string | null>(null);
  const [isLoading, setIsLoading] = useState(true);
  const [error, setError] = useState<Error | null>(null);
  const [isLive, setIsLive] = useState(false);
  const view = useSyncExternalStore(store.subscribe, () => store.view);
  const station = stationId === undefined ? {} : { stationId };

  const load = useCallback(
    async (cursor: string | null, signal?: AbortSignal) => {
      setIsLoading(true);
      try {
        const page = await callApi(
          'listTrace',
          {
            query: {
              ...(stationId !== undefined && { stationId }),
              limit: PAGE,
              ...(cursor !== null && { cursor }),
            },
          },
          signal,
        );
        store.addFromJournal(page.items);
        setNext(page.next);
        setError(null);
      } catch (caught) {
        if (!signal?.aborted) setError(caught instanceof Error ? caught : new Error(String(caught)));
      } finally {
        if (!signal?.aborted) setIsLoading(false);
      }
    },
    [store, stationId],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: `station` is made anew from stationId each time
  useEffect(() => {
    store.clear();
    const abort = new AbortController();
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = (): void => {
      source = new EventSource(apiUrl('followTrace', { query: station }));
      source.onmessage = ({ data }) => {
        const lines = JSON.parse(String(data)) as TraceLine[];
        // The first event says that nothing is missed from now on; what came before is in the journal.
        if (lines.length > 0) store.add(lines);
        else void load(null, abort.signal).then(() => setIsLive(true));
      };
      source.onerror = () => {
        setIsLive(false);
        if (source?.readyState !== EventSource.CLOSED) return;
        timer = setTimeout(follow, RETRY_MS);
      };
    };
    follow();
    return () => {
      abort.abort();
      clearTimeout(timer);
      source?.close();
    };
  }, [store, stationId, load]);

  return {
    store,
    view,
    loadOlder: next === null ? null : () => void load(next),
    isLoading,
    error,
    isLive,
  };
}
