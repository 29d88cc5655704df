import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type FeedState, NOTHING_YET, openTraceFeed, type TraceFeed } from './trace-feed.ts';
import { createTraceStore, type TraceStore, type TraceView } from './trace-store.ts';

export interface Trace extends Pick<FeedState, 'isLoading' | 'error' | 'isLive'> {
  readonly store: TraceStore;
  readonly view: TraceView;
  /** Null when there is nothing older. */
  readonly loadOlder: (() => void) | null;
}

/** The messages of one station, or of all: the latest of the journal, then every one as it passes. */
export function useTrace(stationId: string | undefined): Trace {
  const [store] = useState(createTraceStore);
  const [{ next, ...state }, setState] = useState(NOTHING_YET);
  const feed = useRef<TraceFeed | null>(null);
  const view = useSyncExternalStore(store.subscribe, () => store.view);

  useEffect(() => {
    const opened = openTraceFeed({ stationId, store, onState: setState });
    feed.current = opened;
    return () => opened.close();
  }, [store, stationId]);

  return { ...state, store, view, loadOlder: next === null ? null : () => feed.current?.loadOlder(next) };
}
