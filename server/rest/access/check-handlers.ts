import { mayCharge } from '../../access/judge-card.ts';
import type { Application } from '../../application.ts';
import { fromIsoTime } from '../iso-time.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { station } from '../stations/named-station.ts';
import { accessCheckView } from './access-check-view.ts';
import { seenCard } from './seen-holder.ts';

export function checkHandlers(app: Application): SomeHandlers<'checkAccess'> {
  return {
    async checkAccess({ params, query, caller }) {
      const { id } = station(app, params.stationId);
      const held = { card: seenCard(app, query.cardId, caller), recognised: null };
      const at = query.at === undefined ? app.clock.now() : fromIsoTime(query.at);
      return accessCheckView(mayCharge(app.desk.live, held, { stationId: id, at }));
    },
  };
}
