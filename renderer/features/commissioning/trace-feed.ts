import type { TraceLine } from '#api/trace.ts';
import { apiUrl, callApi } from '../../lib/call-api.ts';
import type { TraceStore } from './trace-store.ts';

/** How far the lines of a trace have come. */
export interface FeedState {
  /** Where older lines begin; null when there are none. */
  readonly next: string | null;
  readonly isLoading: boolean;
  readonly error: Error | null;
  /** Whether lines come in right now. */
  readonly isLive: boolean;
}

export interface TraceFeed {
  /** Lines of the journal before the given place. */
  loadOlder(next: string): void;
  /** From now on nothing more reaches the store, whatever is still under way. */
  close(): void;
}

interface FeedOptions {
  readonly stationId: string | undefined;
  readonly store: TraceStore;
  readonly onState: (state: FeedState) => void;
}

export const NOTHING_YET: FeedState = { next: null, isLoading: true, error: null, isLive: false };

const PAGE = 500;
const RETRY_MS = 2_000;

/** Fills an emptied store with the messages of one station, or of all: the latest of the journal, then each as it passes. */
export function openTraceFeed({ stationId, store, onState }: FeedOptions): TraceFeed {
  const station = stationId === undefined ? {} : { stationId };
  const abort = new AbortController();
  let state = NOTHING_YET;
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = (changed: Partial<FeedState>): void => {
    if (abort.signal.aborted) return;
    state = { ...state, ...changed };
    onState(state);
  };
  const load = async (cursor: string | null): Promise<void> => {
    tell({ isLoading: true });
    try {
      const query = { ...station, limit: PAGE, ...(cursor !== null && { cursor }) };
      const page = await callApi('listTrace', { query }, abort.signal);
      if (abort.signal.aborted) return;
      store.addFromJournal(page.items);
      tell({ next: page.next, error: null, isLoading: false });
    } catch (caught) {
      tell({ error: caught instanceof Error ? caught : new Error(String(caught)), isLoading: false });
    }
  };
  const follow = (): void => {
    const stream = new EventSource(apiUrl('followTrace', { query: station }));
    source = stream;
    stream.onmessage = ({ data }) => {
      const lines = JSON.parse(String(data)) as TraceLine[];
      // The first event says that nothing is missed from now on; what came before is in the journal.
      if (lines.length > 0) store.add(lines);
      else void load(null).then(() => tell({ isLive: stream.readyState === EventSource.OPEN }));
    };
    stream.onerror = () => {
      tell({ isLive: false });
      if (stream.readyState === EventSource.CLOSED) timer = setTimeout(follow, RETRY_MS);
    };
  };

  store.clear();
  tell({});
  follow();
  return {
    loadOlder: (next) => void load(next),
    close: () => {
      abort.abort();
      clearTimeout(timer);
      source?.close();
    },
  };
}
