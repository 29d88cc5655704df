import type { Knock as KnockView } from '#api/knocks.ts';
import { LONGEST_IDENTITY } from '#api/stations.ts';
import { stationId } from '#core/shared/ids.ts';
import { likelyStation } from '#core/stations/likely-station.ts';
import type { Application } from '../../application.ts';
import type { Knock } from '../../stations/knocks.ts';
import { isoTime } from '../iso-time.ts';
import { found } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { seenKnocks } from './seen-knocks.ts';

export function knockHandlers(app: Application): SomeHandlers<'listKnocks' | 'forgetKnock'> {
  return {
    listKnocks: async ({ caller }) => ({
      items: seenKnocks(app, caller).map((knock) => knockView(app, knock)),
    }),

    async forgetKnock({ params }) {
      found(app.knocks.forget(params.key) ? true : null, `attempt ${params.key}`);
      app.events.tell([{ kind: 'knock' }]);
      return { ok: true };
    },
  };
}

function knockView(app: Application, knock: Knock): KnockView {
  const known = knock.stationId === null ? undefined : app.desk.live.stations.get(stationId(knock.stationId));
  const adopted = known !== undefined && known.retiredAt === null;
  return {
    key: knock.key,
    stationId: knock.stationId,
    adopted,
    path: knock.path,
    address: knock.address,
    reason: knock.reason,
    protocols: [...knock.protocols],
    sentPassword: knock.credentials !== null,
    firstAt: isoTime(knock.firstAt),
    lastAt: isoTime(knock.lastAt),
    count: knock.count,
    adoptable:
      !adopted && knock.reason === 'unknown-station' && (knock.stationId ?? '').length <= LONGEST_IDENTITY,
    likelyStationId:
      knock.stationId === null || adopted
        ? null
        : likelyStation(knock.stationId, app.desk.live.stations.keys()),
  };
}
