import type { QueryClient } from '@tanstack/react-query';
import type { LiveEvent } from '#api/events.ts';
import { apiUrl } from './call-api.ts';
import { refreshRoutes } from './refresh.ts';

export interface LiveStream {
  close(): void;
}

interface LiveOptions {
  readonly client: QueryClient;
  /** Told whenever the stream opens or breaks. */
  readonly onConnection: (connected: boolean) => void;
}

/** Pages follow within two seconds of the message; a burst of events makes one round of reads. */
const COALESCE_MS = 400;
const RETRY_MS = 2_000;
const KINDS: Readonly<Record<LiveEvent['kind'], true>> = {
  reset: true,
  station: true,
  session: true,
  stray: true,
  card: true,
  'held-card': true,
  command: true,
  knock: true,
  log: true,
  site: true,
};

/** Follows the live events of the program and reads again what they touch. Opens itself anew when it breaks. */
export function openLiveStream({ client, onConnection }: LiveOptions): LiveStream {
  const waiting = new Set<LiveEvent['kind']>();
  let source: EventSource | undefined;
  let flushTimer: ReturnType<typeof setTimeout> | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let broken = false;

  const flush = (): void => {
    flushTimer = undefined;
    const kinds = [...waiting];
    waiting.clear();
    void refreshRoutes(client, ...kinds);
  };
  const take = (kind: LiveEvent['kind']): void => {
    waiting.add(kind);
    flushTimer ??= setTimeout(flush, COALESCE_MS);
  };
  const connect = (): void => {
    source = new EventSource(apiUrl('liveEvents', {}));
    source.onopen = () => {
      onConnection(true);
      if (broken) take('reset');
      broken = false;
    };
    source.onmessage = (message) => {
      const kind = readKind(message.data);
      if (kind !== undefined) take(kind);
    };
    source.onerror = () => {
      broken = true;
      onConnection(false);
      // The browser gives up for good when the answer was an error; then we begin again.
      if (source?.readyState === EventSource.CLOSED) retryTimer = setTimeout(connect, RETRY_MS);
    };
  };

  connect();
  return {
    close: () => {
      source?.close();
      clearTimeout(flushTimer);
      clearTimeout(retryTimer);
    },
  };
}

function readKind(data: unknown): LiveEvent['kind'] | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    const event: unknown = JSON.parse(data);
    if (typeof event !== 'object' || event === null || !('kind' in event)) return undefined;
    return typeof event.kind === 'string' && event.kind in KINDS
      ? (event.kind as LiveEvent['kind'])
      : undefined;
  } catch {
    return undefined;
  }
}
