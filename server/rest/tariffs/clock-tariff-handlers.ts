import { stationId } from '#core/shared/ids.ts';
import type { Application } from '../../application.ts';
import { clockTariffsAt } from '../../tariffs/judge-draft.ts';
import { found } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';

export function clockTariffHandlers(app: Application): SomeHandlers<'listClockTariffs'> {
  return {
    async listClockTariffs({ params, caller }) {
      const known = app.desk.live.stations.get(stationId(params.stationId));
      const tariffs = clockTariffsAt(app, found(known, `station ${params.stationId}`));
      return {
        items: tariffs.map(({ id, name, tenantId }) => ({
          id,
          name: caller.can('tariffs.read', tenantId) ? name : '',
        })),
      };
    },
  };
}
