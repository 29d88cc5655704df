import type { Application } from '../../application.ts';
import { found } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { deskParties } from './desk-parties.ts';
import { placesOf } from './desk-places.ts';
import { searchDesk } from './desk-search.ts';

export function serviceDeskHandlers(app: Application): SomeHandlers<'searchDesk' | 'getDeskCase'> {
  return {
    searchDesk: async ({ query, caller }) => ({ items: await searchDesk(app, caller, query.search.trim()) }),

    async getDeskCase({ params, caller }) {
      const { kind, id } = params;
      const { name, drivers, cards, vehicles } = found(deskParties(app, caller, params), `${kind} ${id}`);
      return {
        kind,
        id,
        name,
        drivers: drivers.map((driver) => ({
          id: driver.id,
          name: driver.name,
          phone: driver.phone,
          costCentre: driver.costCentre,
        })),
        cards: cards.map((card) => ({ id: card.id, uid: card.uid, label: card.label })),
        vehicles: vehicles.map(({ id: number, plate, label }) => ({ id: number, plate, label })),
        places: [...(await placesOf(app, caller, cards))],
      };
    },
  };
}
