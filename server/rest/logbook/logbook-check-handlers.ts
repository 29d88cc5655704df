import type { LogbookCheck } from '#api/logbook.ts';
import type { Application } from '../../application.ts';
import type { LogbookFinding } from '../../logbook/logbook-watch.ts';
import { isoTime } from '../iso-time.ts';
import type { SomeHandlers } from '../route-handlers.ts';

export function logbookCheckHandlers({
  logbook,
}: Application): SomeHandlers<'getLogbookCheck' | 'verifyLogbook'> {
  return {
    getLogbookCheck: async () => view(logbook.latest()),
    verifyLogbook: async () => view(await logbook.verify()),
  };
}

function view(finding: LogbookFinding | null): LogbookCheck {
  return {
    checkedAt: finding === null ? null : isoTime(finding.at),
    sound: finding?.sound ?? 0,
    lastId: finding?.last?.id ?? null,
    broken: finding?.broken ? { entryId: finding.broken.id, kind: finding.broken.kind } : null,
  };
}
