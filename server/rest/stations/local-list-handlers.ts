import type { LocalList as ListView } from '#api/station-services.ts';
import type { StationId } from '#core/shared/ids.ts';
import { type LocalList, noList } from '#core/stations/local-list.ts';
import { isSameList } from '#core/stations/plan-list.ts';
import { toldVersion } from '#core/stations/told-version.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { askStation } from '../../stations/ask-station.ts';
import { keepLocalList } from '../../stations/keep-local-list.ts';
import { heldLately, reckonList } from '../../stations/reckon-list.ts';
import { seenHolder } from '../access/seen-holder.ts';
import { answered } from '../answered.ts';
import { isoTimeOrNull } from '../iso-time.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { station } from './named-station.ts';

export function localListHandlers(
  app: Application,
): SomeHandlers<'getLocalList' | 'keepLocalList' | 'readLocalListVersion'> {
  const { desk } = app;
  return {
    getLocalList: ({ params, caller }) => view(station(app, params.stationId).id, caller),

    async keepLocalList({ params, body, caller }) {
      const { id } = station(app, params.stationId);
      await keepLocalList(app, id, { kept: body.kept, by: caller.name });
      return view(id, caller);
    },

    async readLocalListVersion({ params }) {
      const { id } = station(app, params.stationId);
      const { listVersion } = answered(await askStation(app)(id, 'GetLocalListVersion', {}));
      await desk.decide((live) => {
        const told = toldVersion(listOf(live.localLists, id), listVersion, {
          now: app.clock.now(),
          configuration: live.configurations.get(id) ?? null,
        });
        return {
          value: undefined,
          changes: told === null ? [] : [{ kind: 'save-local-list', list: told }],
          told: told === null ? [] : [{ kind: 'station', stationId: id }],
        };
      });
      return { version: listVersion };
    },
  };

  async function view(id: StationId, caller: Caller): Promise<ListView> {
    const list = listOf(desk.live.localLists, id);
    const now = app.clock.now();
    const lastHeld = heldLately(await app.store.reads.latestHoldings(null));
    const wanted = await reckonList(desk.live, id, { now, lastHeld });
    return {
      kept: list.kept,
      state: list.state.kind,
      answer: list.state.kind === 'failed' ? list.state.answer : null,
      version: list.version,
      acknowledgedAt: isoTimeOrNull(list.acknowledgedAt),
      capacity: list.abilities.capacity,
      perMessage: list.abilities.perMessage,
      entries: list.entries.map(({ idTag, status, expiresAt, group }) => ({
        uid: idTag,
        holder: seenHolder(app, idTag, caller),
        status,
        expiresAt: isoTimeOrNull(expiresAt),
        group,
      })),
      leftOut: wanted.leftOut.map((uid) => ({ uid, holder: seenHolder(app, uid, caller) })),
      wanted: wanted.entries.length,
      outdated: list.state.kind !== 'acknowledged' || !isSameList(list.entries, wanted.entries),
    };
  }
}

function listOf(lists: ReadonlyMap<StationId, LocalList>, id: StationId): LocalList {
  return lists.get(id) ?? noList(id);
}
