import type { RevenueLine } from '#api/revenue.ts';
import { groupId, stationId, tenantId } from '#core/shared/ids.ts';
import type { RevenueSum } from '#store/tariffs/session-sums.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { fromIsoTime } from '../iso-time.ts';
import { nodesWhere } from '../nodes-where.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { moneyView } from './price-step-view.ts';

export function revenueHandlers(app: Application): SomeHandlers<'getRevenue'> {
  const { live } = app.desk;
  return {
    async getRevenue({ query, caller }) {
      const { by } = query;
      const sums = await app.store.reads.revenue({
        by,
        from: fromIsoTime(query.from),
        to: fromIsoTime(query.to),
        tenants: nodesWhere(app, caller, { permission: 'tariffs.read' }),
      });
      return { items: sums.map((sum) => ({ ...lineOf(sum), name: nameOf(caller, by, sum) })) };
    },
  };

  function nameOf(caller: Caller, by: string, { id, name }: RevenueSum): string | null {
    if (by === 'station' && typeof id === 'string') return live.stations.get(stationId(id))?.name ?? id;
    if (typeof id !== 'number') return name;
    if (by === 'tenant') return live.tenants.get(tenantId(id))?.name ?? null;
    // A group of the branch above is named to those who may see it.
    const group = by === 'group' ? live.access.groups.get(groupId(id)) : undefined;
    return group !== undefined && !caller.can('access.read', group.tenantId) ? '' : name;
  }
}

function lineOf({ id, currency, sessions, energy, total, held }: RevenueSum): Omit<RevenueLine, 'name'> {
  return {
    id,
    sessions,
    energyWh: Math.round(energy / 1_000),
    currency,
    total: moneyView(total),
    held,
  };
}
