import type { Delivery } from '#core/erp/delivery.ts';
import type { LogEntry } from '#core/logbook/entry.ts';
import type { TenantId } from '#core/shared/ids.ts';
import type { LiveSite } from '../site/live-site.ts';

/** What happened, as a webhook tells it. A field that is taken away or changes its meaning makes a new version. */
type Happened = Pick<
  LogEntry,
  'at' | 'level' | 'stationId' | 'connectorId' | 'sessionId' | 'actor' | 'facts'
> & {
  readonly kind: Delivery['kind'];
  readonly tenantId: TenantId;
};

const VERSION = 1;

/** The text of a delivery: versioned JSON, as the logbook shows the entry. */
export function payloadOf(live: LiveSite, happened: Happened, messageId: string): string {
  const { at, kind, level, stationId, connectorId, sessionId, tenantId, actor, facts } = happened;
  const named = <Id extends string | number>(id: Id, name: string | undefined) => ({
    id,
    name: name ?? String(id),
  });
  return JSON.stringify({
    version: VERSION,
    id: messageId,
    at: new Date(at).toISOString(),
    kind,
    level,
    station: stationId === null ? null : named(stationId, live.stations.get(stationId)?.name),
    connector: connectorId,
    session: sessionId,
    tenant: named(tenantId, live.tenants.get(tenantId)?.name),
    actor,
    facts,
  });
}
