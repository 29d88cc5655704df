import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type LiveStream, openLiveStream } from './live-events.ts';

/** The browser's end of the stream, of which Node has none: opened and fed by the test. */
class Stream extends EventTarget {
  static readonly CLOSED = 2;
  static readonly opened: Stream[] = [];
  readonly url: string;
  readyState = 0;
  onopen: () => void = () => undefined;
  onmessage: (message: { readonly data: string }) => void = () => undefined;
  onerror: () => void = () => undefined;

  constructor(url: string) {
    super();
    this.url = url;
    Stream.opened.push(this);
  }

  close(): void {
    this.readyState = Stream.CLOSED;
  }

  tell(kind: string): void {
    this.onmessage({ data: JSON.stringify({ kind }) });
  }
}

const page = Object.assign(new EventTarget(), { hidden: false });
let client: QueryClient;
let live: LiveStream;
let connected: boolean[];

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal('document', page);
  Stream.opened.length = 0;
  page.hidden = false;
  connected = [];
  client = new QueryClient();
  live = openLiveStream({ client, onConnection: (is) => connected.push(is) });
});

afterEach(() => {
  live.close();
  client.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('while events come faster than reads are answered', () => {
  it('no read is cut off, and what was told meanwhile is read afterwards', async () => {
    const reads = { begun: 0, cutOff: 0, done: 0 };
    watch('listStations', (signal) => {
      reads.begun += 1;
      signal.addEventListener('abort', () => {
        reads.cutOff += 1;
      });
      return new Promise((resolve) => {
        setTimeout(() => {
          reads.done += 1;
          resolve(reads.done);
        }, 1_500);
      });
    });
    await vi.advanceTimersByTimeAsync(2_000);
    for (let second = 0; second < 10; second += 1) {
      stream().tell('station');
      await vi.advanceTimersByTimeAsync(1_000);
    }
    await vi.advanceTimersByTimeAsync(4_000);
    expect(reads.cutOff).toBe(0);
    expect(reads.done).toBe(reads.begun);
    expect(reads.done).toBeGreaterThan(5);
  });

  it('a read that never ends does not hold up the page for ever', async () => {
    let reads = 0;
    watch('listStations', () => {
      reads += 1;
      return reads === 2 ? new Promise(() => undefined) : Promise.resolve(reads);
    });
    await vi.advanceTimersByTimeAsync(100);
    stream().tell('station');
    await vi.advanceTimersByTimeAsync(1_000);
    stream().tell('station');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(reads).toBe(3);
  });
});

describe('the stream', () => {
  it('reads everything again when it opens: what happened before was told to nobody', async () => {
    const read = vi.fn(async () => 1);
    watch('listCards', read);
    await vi.advanceTimersByTimeAsync(100);
    stream().onopen();
    await vi.advanceTimersByTimeAsync(500);
    expect(read).toHaveBeenCalledTimes(2);
    expect(connected).toEqual([true]);
  });

  it('that has fallen silent is opened anew', async () => {
    stream().onopen();
    await vi.advanceTimersByTimeAsync(30_000);
    stream().dispatchEvent(new Event('breath'));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(Stream.opened).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(11_000);
    expect(Stream.opened).toHaveLength(2);
  });

  it('that is refused has the page ask who is signed in', async () => {
    const status = vi.fn(async () => ({}));
    watch('status', status);
    await vi.advanceTimersByTimeAsync(100);
    stream().readyState = Stream.CLOSED;
    stream().onerror();
    await vi.advanceTimersByTimeAsync(100);
    expect(status).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(Stream.opened).toHaveLength(2);
  });

  it('of a hidden page leaves its connection to the others and comes back with the page', () => {
    show(false);
    expect(stream().readyState).toBe(Stream.CLOSED);
    show(true);
    expect(Stream.opened).toHaveLength(2);
    expect(stream().readyState).toBe(0);
  });
});

function stream(): Stream {
  const last = Stream.opened.at(-1);
  if (last === undefined) throw new Error('no stream was opened');
  return last;
}

function watch(name: string, read: (signal: AbortSignal) => Promise<unknown>): void {
  const query = new QueryObserver(client, {
    queryKey: [name, {}],
    queryFn: ({ signal }) => read(signal),
    retry: false,
  });
  query.subscribe(() => undefined);
}

function show(visible: boolean): void {
  page.hidden = !visible;
  page.dispatchEvent(new Event('visibilitychange'));
}
