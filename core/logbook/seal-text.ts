import type { LogEntry } from './entry.ts';

/** What the chain of the logbook vouches for: all that an entry says, its lists as the very JSON that is stored. */
export interface SealedEntry {
  readonly at: number;
  readonly kind: string;
  readonly level: string;
  readonly tenantId: number | null;
  readonly stationId: string | null;
  readonly connectorId: number | null;
  readonly sessionId: number | null;
  readonly actor: string | null;
  readonly facts: string;
  readonly changed: string;
}

/**
 * The text whose SHA-256 is an entry's hash. It begins with the hash before, so that no entry can be changed, left out or
 * moved without a trace in all that follow. Null before the first.
 */
export function sealText(previous: string | null, entry: SealedEntry): string {
  return JSON.stringify([
    previous,
    entry.at,
    entry.kind,
    entry.level,
    entry.tenantId,
    entry.stationId,
    entry.connectorId,
    entry.sessionId,
    entry.actor,
    entry.facts,
    entry.changed,
  ]);
}

/** An entry as it is going to be stored. */
export function asSealed(entry: LogEntry): SealedEntry {
  const { facts, changed, ...said } = entry;
  return { ...said, facts: JSON.stringify(facts), changed: JSON.stringify(changed) };
}
