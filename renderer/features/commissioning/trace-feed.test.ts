import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TraceLine } from '#api/trace.ts';
import { type FeedState, openTraceFeed, type TraceFeed } from './trace-feed.ts';
import { createTraceStore } from './trace-store.ts';

/** The browser's end of the stream, of which Node has none: opened and fed by the test. */
class Stream {
  static readonly OPEN = 1;
  static readonly CLOSED = 2;
  static readonly opened: Stream[] = [];
  readyState = Stream.OPEN;
  onmessage: (message: { readonly data: string }) => void = () => undefined;
  onerror: () => void = () => undefined;

  constructor() {
    Stream.opened.push(this);
  }

  close(): void {
    this.readyState = Stream.CLOSED;
  }

  tell(lines: readonly TraceLine[]): void {
    this.onmessage({ data: JSON.stringify(lines) });
  }

  /** The program has gone; the browser tries again by itself. */
  breakOff(): void {
    this.readyState = 0;
    this.onerror();
  }
}

interface Read {
  readonly url: string;
  answer(lines: readonly TraceLine[], next: string | null): void;
}

const store = createTraceStore();
let reads: Read[];
let state: FeedState;
let feeds: TraceFeed[];

beforeEach(() => {
  reads = [];
  feeds = [];
  Stream.opened.length = 0;
  vi.stubGlobal('EventSource', Stream);
  // A request that does not heed its signal: its answer had already arrived when it was given up.
  vi.stubGlobal(
    'fetch',
    (url: string) =>
      new Promise<Response>((resolve) =>
        reads.push({ url, answer: (items, next) => resolve(Response.json({ items, next })) }),
      ),
  );
});

afterEach(() => {
  for (const feed of feeds) feed.close();
  vi.unstubAllGlobals();
});

test('it is live once the journal is read, and shows both', async () => {
  const { stream } = open('A');
  stream.tell([]);
  stream.tell([line('2')]);
  expect(state).toMatchObject({ isLoading: true, isLive: false });
  reads[0]?.answer([line('2'), line('1')], 'older');
  await vi.waitFor(() => expect(state).toMatchObject({ isLoading: false, isLive: true, next: 'older' }));
  expect(store.view.lines.map(({ key }) => key)).toEqual(['1', '2']);
});

test('a stream that has broken off while the journal was read is not live', async () => {
  const { stream } = open('A');
  stream.tell([]);
  stream.breakOff();
  reads[0]?.answer([line('1')], null);
  await vi.waitFor(() => expect(state.isLoading).toBe(false));
  await settled();
  expect(state.isLive).toBe(false);
});

test('older lines of a station left meanwhile do not come into the trace of the next, nor does their place', async () => {
  const first = open('A');
  first.stream.tell([]);
  reads[0]?.answer([line('A2')], 'older of A');
  await vi.waitFor(() => expect(state.next).toBe('older of A'));
  first.feed.loadOlder('older of A');
  expect(reads[1]?.url).toContain('cursor=older+of+A');
  first.feed.close();

  const second = open('B');
  expect(state).toMatchObject({ next: null, isLive: false });
  reads[1]?.answer([line('A1')], 'still older of A');
  await settled();
  expect(store.view.lines).toEqual([]);
  expect(state.next).toBeNull();

  second.stream.tell([]);
  reads[2]?.answer([line('B1')], null);
  await vi.waitFor(() => expect(state.isLive).toBe(true));
  expect(store.view.lines.map(({ key }) => key)).toEqual(['B1']);
});

function open(stationId: string): { readonly feed: TraceFeed; readonly stream: Stream } {
  const feed = openTraceFeed({ stationId, store, onState: (told) => (state = told) });
  feeds.push(feed);
  const stream = Stream.opened.at(-1);
  if (stream === undefined) throw new Error('No stream was opened.');
  return { feed, stream };
}

/** Whatever was answered has run its course. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}

function line(key: string): TraceLine {
  return {
    key,
    at: '2026-11-21T08:00:00.000Z',
    stationId: 'A',
    direction: 'in',
    action: 'Heartbeat',
    outcome: 'answered',
    latencyMs: null,
    request: `[2,"${key}","Heartbeat",{}]`,
    answer: `[3,"${key}",{}]`,
  };
}
