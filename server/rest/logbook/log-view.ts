import type { LogEntry as LogEntryView } from '#api/logbook.ts';
import type { FieldValues } from '#core/logbook/entry.ts';
import { instant } from '#core/shared/units.ts';
import type { StoredLogEntry } from '#store/logbook/log-entries.ts';
import type { Application } from '../../application.ts';
import { isoTime } from '../iso-time.ts';

/** Entries as the API shows them, with what was added to them later. */
export async function logEntryViews(
  app: Application,
  entries: readonly StoredLogEntry[],
): Promise<LogEntryView[]> {
  const supplements = await app.store.reads.supplementsOf(entries.map(({ id }) => id));
  return entries.map((entry) =>
    logEntryView(
      app,
      entry,
      supplements.filter(({ entry: { facts } }) => facts.entry === entry.id),
    ),
  );
}

function logEntryView(
  app: Application,
  { id, entry }: StoredLogEntry,
  supplements: readonly StoredLogEntry[],
): LogEntryView {
  const { stationId: about } = entry;
  return {
    id,
    at: isoTime(entry.at),
    kind: entry.kind,
    level: entry.level,
    stationId: about,
    stationName: about === null ? null : (app.desk.live.stations.get(about)?.name ?? about),
    connectorId: entry.connectorId,
    sessionId: entry.sessionId,
    actor: entry.actor,
    facts: { ...entry.facts },
    changed: entry.changed.map(({ before, after, ...record }) => ({
      ...record,
      before: before && shown(before),
      after: after && shown(after),
    })),
    supplements: supplements.map((one) => ({
      id: one.id,
      at: isoTime(one.entry.at),
      actor: one.entry.actor,
      text: String(one.entry.facts.text),
    })),
  };
}

/** Nothing in a record but a moment is so large a number. */
const EARLIEST_MOMENT = 100_000_000_000;

function shown(values: FieldValues): Record<string, string | number | boolean | null | unknown[]> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (typeof value === 'number' && value >= EARLIEST_MOMENT) return [name, isoTime(instant(value))];
      return [name, typeof value === 'object' && value !== null ? [...value] : value];
    }),
  );
}
