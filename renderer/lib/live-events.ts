import type { QueryClient } from '@tanstack/react-query';
import type { LiveEvent } from '#api/events.ts';
import { apiUrl } from './call-api.ts';
import { createLiveReads } from './live-reads.ts';
import { createReadRounds } from './read-rounds.ts';

export interface LiveStream {
  close(): void;
}

interface LiveOptions {
  readonly client: QueryClient;
  /** Told whenever the stream opens or breaks. */
  readonly onConnection: (connected: boolean) => void;
}

/** Pages follow within two seconds of the message; a burst of events makes one round of reads. */
const GATHER_MS = 400;
const RETRY_MS = 2_000;
/** The program breathes every 15 s; after two breaths missed the stream is dead, whatever the browser thinks. */
const SILENCE_MS = 40_000;
const KINDS: Readonly<Record<LiveEvent['kind'], true>> = {
  reset: true,
  station: true,
  configuration: true,
  session: true,
  stray: true,
  card: true,
  access: true,
  'held-card': true,
  command: true,
  acceptance: true,
  knock: true,
  door: true,
  client: true,
  webhook: true,
  log: true,
  site: true,
  'sign-in': true,
  tariff: true,
};

/**
 * Follows the live events of the program and reads again what they touch. Opens itself anew when it breaks or
 * falls silent. A hidden page lets go of its stream: a browser has six connections to one program for all tabs
 * together, and the seventh request would wait for ever.
 */
export function openLiveStream({ client, onConnection }: LiveOptions): LiveStream {
  const reads = createLiveReads(client);
  const rounds = createReadRounds<LiveEvent['kind']>({ read: reads.read, gatherMs: GATHER_MS });
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const connectIn = (delayMs: number): void => {
    clearTimeout(timer);
    timer = setTimeout(connect, delayMs);
  };
  const disconnect = (): void => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  };
  const connect = (): void => {
    disconnect();
    connectIn(SILENCE_MS);
    source = new EventSource(apiUrl('liveEvents', {}));
    source.onopen = () => {
      connectIn(SILENCE_MS);
      onConnection(true);
      // What happened between the first reads and now was told to nobody.
      rounds.take('reset');
    };
    source.onmessage = (message) => {
      connectIn(SILENCE_MS);
      const kind = readKind(message.data);
      if (kind !== undefined) rounds.take(kind);
    };
    source.addEventListener('breath', () => connectIn(SILENCE_MS));
    source.onerror = () => {
      onConnection(false);
      if (source?.readyState !== EventSource.CLOSED) return;
      // The browser gives up for good when the answer was an error. Perhaps somebody signed out elsewhere: the
      // status tells, and the gate shows the way in. Otherwise we begin again.
      void client.invalidateQueries({ queryKey: ['status'] });
      connectIn(RETRY_MS);
    };
  };
  const followVisibility = (): void => {
    if (document.hidden) disconnect();
    else if (source === undefined) connect();
  };

  document.addEventListener('visibilitychange', followVisibility);
  followVisibility();
  return {
    close: () => {
      document.removeEventListener('visibilitychange', followVisibility);
      disconnect();
      rounds.close();
      reads.close();
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
