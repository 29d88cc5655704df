import type { OfflineStation as StationView } from '#api/offline-board.ts';
import { numbersOf } from '#core/access/card.ts';
import { cardUid } from '#core/access/card-uid.ts';
import { type Repair, worksOffline } from '#core/stations/offline-outlook.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { logLine } from '../../site/log-line.ts';
import { type OfflineStation, offlineBoard, repairOffline } from '../../stations/offline-board.ts';
import { seenHolder } from '../access/seen-holder.ts';
import { isoTimeOrNull } from '../iso-time.ts';
import { found } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { station } from './named-station.ts';
import { stationsWithin } from './stations-within.ts';

export function offlineHandlers(app: Application): SomeHandlers<'getOfflineBoard' | 'repairOffline'> {
  return {
    async getOfflineBoard({ query, caller }) {
      const { live } = app.desk;
      const collator = new Intl.Collator(live.site.region, { numeric: true });
      const stations = stationsWithin(app, caller, 'stations.read')
        .filter(({ retiredAt }) => retiredAt === null)
        .toSorted((a, b) => collator.compare(a.name, b.name));
      return {
        items: (await offlineBoard(app, stations)).map((one) => view(app, one, { caller, card: query.card })),
      };
    },

    async repairOffline({ params, caller }) {
      const [board] = await offlineBoard(app, [station(app, params.stationId)]);
      const known = found(board, `station ${params.stationId}`);
      await app.desk.decide(() => ({
        value: undefined,
        changes: [
          logLine(app.clock.now(), 'offline-repair', { stationId: known.station.id, actor: caller.name }),
        ],
        told: [{ kind: 'log' }],
      }));
      // A station may take minutes for its keys; how far it has come shows on the board.
      repairOffline(app, known, caller.name).catch((error: unknown) =>
        app.log.error({ err: error, stationId: known.station.id }, 'offline repair broke off'),
      );
      return view(app, known, { caller, card: undefined });
    },
  };
}

function view(
  app: Application,
  board: OfflineStation,
  { caller, card }: { readonly caller: Caller; readonly card: string | undefined },
): StationView {
  const { station: known, outlook } = board;
  const { list } = outlook;
  return {
    stationId: known.id,
    stationName: known.name,
    online: app.stations.line(known.id) !== undefined,
    cards: outlook.cards,
    unknownCards: outlook.unknownCards,
    freeForAll: outlook.freeForAll,
    readAt: isoTimeOrNull(app.desk.live.configurations.get(known.id)?.readAt ?? null),
    listState: list.kind === 'list' ? 'known' : list.kind,
    list:
      list.kind === 'list'
        ? {
            version: list.version,
            entries: list.entries.length,
            capacity: list.capacity,
            acknowledgedAt: isoTimeOrNull(list.acknowledgedAt),
            current: board.listIsCurrent,
          }
        : null,
    leftOut: board.leftOut.map((uid) => ({
      uid,
      holder: seenHolder(app, uid, caller),
    })),
    testedAt: isoTimeOrNull(board.testedAt),
    takesCard: card === undefined ? null : worksOffline(outlook, spellingsOf(app, card), app.clock.now()),
    repairs: outlook.repairs.map(repairView),
  };
}

/** A station may have the card as its reader writes it. */
function spellingsOf({ desk }: Application, asked: string): readonly string[] {
  const card = desk.live.access.cardByUid(cardUid(asked));
  return card === null ? [asked] : numbersOf(card);
}

function repairView(repair: Repair): StationView['repairs'][number] {
  return repair.kind === 'set-key' ? repair : { kind: repair.kind, key: null, value: null };
}
