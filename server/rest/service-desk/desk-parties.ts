import type { DeskHit } from '#api/service-desk.ts';
import { type Assignment, holdsAt } from '#core/access/assignment.ts';
import type { Card } from '#core/access/card.ts';
import type { Driver } from '#core/access/driver.ts';
import type { Vehicle } from '#core/access/vehicle.ts';
import { cardId, driverId, type StationId, stationId, vehicleId } from '#core/shared/ids.ts';
import type { Station } from '#core/stations/station.ts';
import { vehicleName } from '../../access/party-names.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import type { Party } from '../../site/access-shelf.ts';

/** Whom somebody asks about, with all that is tied to them now and that the caller may see. */
export interface DeskParties {
  readonly name: string;
  readonly drivers: readonly Driver[];
  readonly cards: readonly Card[];
  readonly vehicles: readonly Vehicle[];
  readonly station: Station | null;
}

/** Null where there is no such thing, or the caller may not see it. */
export function deskParties(
  app: Application,
  caller: Caller,
  { kind, id }: Pick<DeskHit, 'kind' | 'id'>,
): DeskParties | null {
  const { live } = app.desk;
  const { access } = live;
  if (kind === 'station') {
    const station = live.stations.get(stationId(id));
    if (station === undefined || !caller.can('stations.operate', station.tenantId)) return null;
    return { name: station.name, ...charging(station.id), vehicles: [], station };
  }
  const own = ownPart(Number(id));
  if (own === null || own.thing.removedAt !== null || !caller.can('access.read', own.thing.tenantId))
    return null;
  const held = access.assignmentsOf(own.party).filter((assignment) => holdsAt(assignment, app.clock.now()));
  // Whoever drives a car is asked about with the car's cards, and the other way round.
  const around = held.flatMap(nextTo);
  return {
    name: own.name,
    drivers: seen([...own.drivers, ...around.map(({ driverId: of }) => of && access.drivers.get(of))]),
    cards: seen([...own.cards, ...around.map(({ cardId: of }) => of && access.cards.get(of))]),
    vehicles: seen([...own.vehicles, ...around.map(({ vehicleId: of }) => of && access.vehicles.get(of))]),
    station: null,
  };

  function ownPart(number: number) {
    const nothing: Pick<DeskParties, 'drivers' | 'cards' | 'vehicles'> = {
      drivers: [],
      cards: [],
      vehicles: [],
    };
    switch (kind) {
      case 'driver': {
        const driver = access.drivers.get(driverId(number));
        if (driver === undefined) return null;
        const party: Party = { kind: 'driver', id: driver.id };
        return { ...nothing, party, thing: driver, name: driver.name, drivers: [driver] };
      }
      case 'vehicle': {
        const vehicle = access.vehicles.get(vehicleId(number));
        if (vehicle === undefined) return null;
        const party: Party = { kind: 'vehicle', id: vehicle.id };
        return { ...nothing, party, thing: vehicle, name: vehicleName(vehicle), vehicles: [vehicle] };
      }
      default: {
        const card = access.cards.get(cardId(number));
        if (card === undefined) return null;
        const party: Party = { kind: 'card', id: card.id };
        return { ...nothing, party, thing: card, name: card.holder || card.uid, cards: [card] };
      }
    }
  }

  /** An assignment of two may be continued by another: card to driver, driver to car. */
  function nextTo(assignment: Assignment): readonly Assignment[] {
    const { driverId: of } = assignment;
    if (of === null || kind === 'driver') return [assignment];
    const more = access
      .assignmentsOf({ kind: 'driver', id: of })
      .filter((one) => holdsAt(one, app.clock.now()));
    return [assignment, ...more];
  }

  function charging(id: StationId) {
    const cards = live.sessions
      .open()
      .filter((session) => session.stationId === id)
      .map(({ cardUid }) => access.cardByUid(cardUid));
    const drivers = cards
      .flatMap((card) => (card === null ? [] : access.assignmentsOf({ kind: 'card', id: card.id })))
      .filter((assignment) => holdsAt(assignment, app.clock.now()))
      .map(({ driverId: of }) => of && access.drivers.get(of));
    return { cards: seen(cards), drivers: seen(drivers) };
  }

  function seen<Thing extends Card | Driver | Vehicle>(
    things: readonly (Thing | null | undefined | 0)[],
  ): readonly Thing[] {
    const shown = things.flatMap((thing) =>
      thing && thing.removedAt === null && caller.can('access.read', thing.tenantId) ? [thing] : [],
    );
    return [...new Set(shown)];
  }
}
