import type { RevenueLine } from '#api/revenue.ts';
import { stationId, tenantId } from '#core/shared/ids.ts';
import type { RevenueSum } from '#store/tariffs/session-sums.ts';
import type { Application } from '../../application.ts';
import { fromIsoTime } from '../iso-time.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { moneyView } from './price-step-view.ts';
import { priceNodes } from './tariff-node.ts';

export function revenueHandlers(app: Application): SomeHandlers<'getRevenue'> {
  const { live } = app.desk;
  return {
    async getRevenue({ query, caller }) {
      const { by } = query;
      const sums = await app.store.reads.revenue({
        by,
        from: fromIsoTime(query.from),
        to: fromIsoTime(query.to),
        tenants: priceNodes(app, caller, { permission: 'tariffs.read' }),
      });
      return { items: sums.map((sum) => ({ ...lineOf(sum), name: sum.name ?? nameOf(by, sum.id) })) };
    },
  };

  function nameOf(by: string, id: string | number | null): string | null {
    if (by === 'station' && typeof id === 'string') return live.stations.get(stationId(id))?.name ?? id;
    if (by === 'tenant' && typeof id === 'number') return live.tenants.get(tenantId(id))?.name ?? null;
    return null;
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
