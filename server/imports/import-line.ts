import type { ImportRun } from '#core/imports/import-run.ts';
import type { LogKind } from '#core/logbook/entry.ts';
import type { Instant } from '#core/shared/units.ts';
import { logLine } from '../site/log-line.ts';

/** What the logbook says of an import: one line, however many rows it had. */
export function importLine(
  { id, kind, fileName, tenantId, counts }: ImportRun,
  line: {
    readonly kind: LogKind;
    readonly now: Instant;
    readonly by: string;
    readonly facts?: Readonly<Record<string, number>>;
  },
) {
  return logLine(line.now, line.kind, {
    actor: line.by,
    tenantId,
    facts: {
      import: id,
      of: kind,
      file: fileName,
      new: counts.new,
      changed: counts.changed,
      left: counts.error,
      ...line.facts,
    },
  });
}
