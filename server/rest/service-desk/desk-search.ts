import type { DeskHit } from '#api/service-desk.ts';
import { cardName, vehicleName } from '../../access/party-names.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { accessListRequest } from '../access/access-list-query.ts';
import { cardsOfNumber, driversOfNumber, vehiclesOfNumber } from '../access/found-by-number.ts';
import { deskParties } from './desk-parties.ts';
import { placesOf } from './desk-places.ts';

/** A caller is one of a few, or more has to be asked. */
const MOST_OF_A_KIND = 6;

/** Whom a text may mean, people first; each with where they are just now. */
export async function searchDesk(app: Application, caller: Caller, search: string): Promise<DeskHit[]> {
  const { live } = app.desk;
  const { reads } = app.store;
  const now = app.clock.now();
  const query = { search, limit: MOST_OF_A_KIND };
  const [drivers, vehicles, cards] = await Promise.all([
    reads.listDrivers({
      ...accessListRequest(app, caller, { query, idsOf: (text) => driversOfNumber(live, text) }),
      now,
    }),
    reads.listVehicles(
      accessListRequest(app, caller, { query, idsOf: (text) => vehiclesOfNumber(live, text) }),
    ),
    reads.listCards({
      ...accessListRequest(app, caller, { query, idsOf: (text) => cardsOfNumber(live, text) }),
      now,
    }),
  ]);
  const wanted = folded(search);
  const stations = [...live.stations.values()]
    .filter(({ retiredAt, tenantId }) => retiredAt === null && caller.can('stations.operate', tenantId))
    .filter(({ id, name }) => folded(`${name} ${id}`).includes(wanted))
    .slice(0, MOST_OF_A_KIND);
  return Promise.all([
    ...drivers.items.map(({ id, name }) => hit('driver', String(id), name)),
    ...vehicles.items.map((vehicle) => hit('vehicle', String(vehicle.id), vehicleName(vehicle))),
    ...cards.items.map((card) => hit('card', String(card.id), card.holder || cardName(card))),
    ...stations.map(({ id, name }) => hit('station', id, name)),
  ]);

  async function hit(kind: DeskHit['kind'], id: string, name: string): Promise<DeskHit> {
    const parties = deskParties(app, caller, { kind, id });
    const places = parties === null ? [] : await placesOf(app, caller, parties.cards);
    return { kind, id, name, also: alsoKnown(kind, id, parties), place: places[0] ?? null };
  }
}

function alsoKnown(
  kind: DeskHit['kind'],
  id: string,
  parties: ReturnType<typeof deskParties>,
): DeskHit['also'] {
  if (kind === 'station') return [id];
  const { drivers = [], vehicles = [], cards = [] } = parties ?? {};
  return [
    ...(kind === 'driver' ? [] : drivers.map(({ name }) => name)),
    ...(kind === 'vehicle' ? [] : vehicles.map(vehicleName)),
    ...cards.map(({ uid }) => uid),
  ];
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '');
}
