import { useSyncExternalStore } from 'react';

/** The server's clock minus this window's, measured when the status was read. */
let serverAheadMs = 0;
let nowMs = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

const TICK_MS = 5_000;

/** Tells what time it is at the server, so that "25 min" is right on a phone with a wrong clock. */
export function noteServerTime(serverTime: string): void {
  const ahead = Date.parse(serverTime) - Date.now();
  // Below two seconds it is the way of the answer, not a wrong clock.
  serverAheadMs = Math.abs(ahead) < 2_000 ? 0 : ahead;
}

/** Server's time in ms since 1970, ticking every five seconds. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => nowMs);
}

function subscribe(listener: () => void): () => void {
  // Nobody has listened for a while: the time has stood still since.
  if (listeners.size === 0) nowMs = Date.now() + serverAheadMs;
  listeners.add(listener);
  timer ??= setInterval(tick, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  nowMs = Date.now() + serverAheadMs;
  for (const listener of listeners) listener();
}
