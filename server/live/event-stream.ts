import type { LiveEvent } from '#api/events.ts';

/** Lets every open window know what has changed. */
export interface EventStream {
  /** Tells events that have been stored. Many of one thing in a short time become one. */
  tell(events: readonly LiveEvent[]): void;
  /**
   * Hands every event to the listener, beginning with what came after `lastId`; when that is too long ago,
   * or from before a restart, with a `reset`.
   */
  listen(lastId: string | null, listener: (event: NumberedEvent) => void): () => void;
  close(): void;
}

export interface NumberedEvent {
  readonly id: string;
  readonly event: LiveEvent;
}

/** Fast enough to feel immediate, slow enough that a busy site does not drown its windows. */
const GATHER_MS = 200;
const KEPT = 2_000;

export function createEventStream(run: string): EventStream {
  const listeners = new Set<(event: NumberedEvent) => void>();
  const waiting = new Map<string, LiveEvent>();
  const kept: NumberedEvent[] = [];
  let told = 0;
  let timer: NodeJS.Timeout | null = null;

  return {
    tell(events) {
      for (const event of events) waiting.set(nameOf(event), event);
      if (waiting.size > 0 && timer === null) timer = setTimeout(flush, GATHER_MS);
    },

    listen(lastId, listener) {
      for (const event of since(lastId)) listener(event);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    close() {
      if (timer !== null) clearTimeout(timer);
      listeners.clear();
    },
  };

  function flush(): void {
    timer = null;
    for (const event of waiting.values()) {
      told += 1;
      const numbered = { id: `${run}-${told}`, event };
      kept.push(numbered);
      for (const listener of listeners) listener(numbered);
    }
    waiting.clear();
    kept.splice(0, Math.max(0, kept.length - KEPT));
  }

  function since(lastId: string | null): readonly NumberedEvent[] {
    if (lastId === null || lastId === `${run}-${told}`) return [];
    const index = kept.findIndex(({ id }) => id === lastId);
    if (index >= 0) return kept.slice(index + 1);
    return [{ id: `${run}-${told}`, event: { kind: 'reset' } }];
  }
}

/** Two events with one name say the same thing. */
function nameOf(event: LiveEvent): string {
  switch (event.kind) {
    case 'station':
      return `station ${event.stationId}`;
    case 'session':
      return `session ${event.sessionId}`;
    case 'command':
      return `command ${event.commandId}`;
    default:
      return event.kind;
  }
}
