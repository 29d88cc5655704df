import type { Change } from '#core/changes.ts';
import type { LogEntry } from '#core/logbook/entry.ts';
import type { Instant } from '#core/shared/units.ts';

type Details = Partial<Omit<LogEntry, 'at' | 'kind'>>;

/** A line for the logbook, as a change. What is not said is empty. */
export function logLine(at: Instant, kind: LogEntry['kind'], details: Details = {}): Change {
  return {
    kind: 'add-log-entry',
    entry: {
      level: 'info',
      tenantId: null,
      stationId: null,
      connectorId: null,
      sessionId: null,
      actor: null,
      facts: {},
      changed: [],
      ...details,
      at,
      kind,
    },
  };
}
