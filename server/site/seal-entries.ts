import { createHash } from 'node:crypto';
import type { Change } from '#core/changes.ts';
import type { LogEntry, RecordDifference } from '#core/logbook/entry.ts';
import { asSealed, sealText } from '#core/logbook/seal-text.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import type { LiveSite } from './live-site.ts';
import type { UndoLog } from './undo-log.ts';

/** SHA-256 in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Gives the entries of a decision their node, what the decision changed, and their place in the chain. Called when the
 * decision is in effect; `undo` takes the place back when it could not be stored, so that the chain has no gap.
 */
export function sealEntries(
  live: LiveSite,
  { changes, differences }: { readonly changes: readonly Change[]; readonly differences: Differences },
  undo: UndoLog,
): readonly Change[] {
  if (!changes.some(({ kind }) => kind === 'add-log-entry')) return changes;
  const before = live.logbookHead;
  undo.remember(() => {
    live.logbookHead = before;
  });
  let left = differences;
  return changes.map((change) => {
    if (change.kind !== 'add-log-entry') return change;
    const isFirstOfActor = change.entry.actor !== null && left.length > 0;
    const entry = completed(live, change.entry, isFirstOfActor ? left : []);
    if (isFirstOfActor) left = [];
    live.logbookHead = sha256(sealText(live.logbookHead, asSealed(entry)));
    return { ...change, entry, hash: live.logbookHead };
  });
}

type Differences = readonly RecordDifference[];

function completed(live: LiveSite, entry: LogEntry, differences: Differences): LogEntry {
  const station = entry.stationId === null ? undefined : live.stations.get(entry.stationId);
  return {
    ...entry,
    tenantId: entry.tenantId ?? station?.tenantId ?? ROOT_TENANT,
    changed: differences.length === 0 ? entry.changed : [...entry.changed, ...differences],
  };
}
