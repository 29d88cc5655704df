import type { CardDetail } from '#api/access.ts';
import type { Card } from '#core/access/card.ts';
import { cardUid } from '#core/access/card-uid.ts';
import { type CardId, cardId, driverId, vehicleId } from '#core/shared/ids.ts';
import { addCard, type CardOutcome, type CardWish, changeCard } from '../../access/change-cards.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { homeNode } from '../home-node.ts';
import { ApiProblem, found } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { accessCursorText, accessListRequest } from './access-list-query.ts';
import { cardDetail, cardViews } from './card-view.ts';
import { cardsOfNumber } from './found-by-number.ts';
import { groupsAfter, groupsFor, writable } from './reach.ts';
import { mustBeginFirst, timesWish } from './times-wish.ts';
import { trimmed } from './trimmed.ts';
import { numberOf } from './typed-number.ts';

type Names = 'listCards' | 'getCard' | 'addCard' | 'changeCard' | 'removeCard' | 'restoreCard';

export function cardHandlers(app: Application): SomeHandlers<Names> {
  const { live } = app.desk;
  return {
    async listCards({ query, caller }) {
      const { state, driverId: driver, vehicleId: vehicle } = query;
      const { items, next } = await app.store.reads.listCards({
        ...accessListRequest(app, caller, { query, idsOf: (text) => cardsOfNumber(live, text) }),
        ...(state === undefined ? {} : { state }),
        ...(driver === undefined ? {} : { driverId: driverId(driver) }),
        ...(vehicle === undefined ? {} : { vehicleId: vehicleId(vehicle) }),
        now: app.clock.now(),
      });
      return { items: await cardViews(app, caller, items), next: accessCursorText(next) };
    },

    getCard: ({ params, caller }) => cardDetail(app, caller, card(params.cardId)),

    async addCard({ body, caller }) {
      const { uid, driverId: driver, vehicleId: vehicle, anyway = false, ...fields } = body;
      const { tenantId: wished, groupIds, ...more } = fields;
      const node = homeNode(app, caller, { of: 'access', wished });
      const wish = {
        ...wishOf(more),
        tenantId: node,
        groupIds: groupsFor(app, caller, { of: 'users', node, before: [], wished: groupIds ?? [] }),
      };
      mustBeginFirst(wish.validFrom, wish.expiresAt, 'body/expiresAt');
      const outcome = await addCard(app, {
        uid: numberOf(uid),
        wish,
        driverId: driver === undefined ? null : ownDriver(caller, driver),
        vehicleId: vehicle === undefined ? null : ownVehicle(caller, vehicle),
        anyway,
        by: caller.name,
      });
      return shown(caller, outcome);
    },

    async changeCard({ params, body, caller }) {
      const known = present(params.cardId);
      const { blocked, tenantId: wished, groupIds, ...fields } = body;
      const node = wished === undefined ? known.tenantId : homeNode(app, caller, { of: 'access', wished });
      const wish = {
        ...wishOf(fields),
        tenantId: node,
        groupIds: groupsAfter(app, caller, { known, node, wished: groupIds }),
      };
      const { validFrom, expiresAt } = { ...known, ...wish };
      mustBeginFirst(validFrom, expiresAt, 'body/expiresAt');
      return shown(caller, await changeCard(app, known.id, { wish, blocked, by: caller.name }));
    },

    async removeCard({ params, caller }) {
      await changeCard(app, present(params.cardId).id, { removed: true, by: caller.name });
      return { ok: true };
    },

    async restoreCard({ params, caller }) {
      const { id } = card(params.cardId);
      return shown(caller, await changeCard(app, id, { removed: false, by: caller.name }));
    },
  };

  function card(id: number): Card {
    return found(live.access.cards.get(cardId(id)), `card ${id}`);
  }

  /** A card that has not been removed. */
  function present(id: number): Card {
    return presentCard(app, cardId(id));
  }

  function ownDriver(caller: Caller, id: number) {
    const driver = live.access.drivers.get(driverId(id));
    writable(caller, driver?.removedAt === null ? driver.tenantId : null, `driver ${id}`);
    return driverId(id);
  }

  function ownVehicle(caller: Caller, id: number) {
    const vehicle = live.access.vehicles.get(vehicleId(id));
    writable(caller, vehicle?.removedAt === null ? vehicle.tenantId : null, `vehicle ${id}`);
    return vehicleId(id);
  }

  function shown(caller: Caller, outcome: CardOutcome): Promise<CardDetail> {
    return cardDetail(app, caller, agreed(caller, outcome));
  }
}

/** A card that has not been removed. */
export function presentCard({ desk }: Application, id: CardId): Card {
  const known = desk.live.access.cards.get(id);
  return found(known?.removedAt === null ? known : null, `card ${id}`);
}

/** The card, or the problem that kept it from having the number. Another's card is named to those who may see it. */
export function agreed(caller: Caller, outcome: CardOutcome): Card {
  switch (outcome.kind) {
    case 'done':
      return outcome.card;
    case 'card-exists':
    case 'vid-exists':
      throw new ApiProblem(outcome.kind);
    case 'card-like-another': {
      const { card } = outcome.similar;
      const detail = [card.uid, card.holder].filter(Boolean).join(' · ');
      throw new ApiProblem(outcome.kind, caller.can('access.read', card.tenantId) ? { detail } : {});
    }
  }
}

interface CardFields {
  readonly label?: string;
  readonly holder?: string;
  readonly validFrom?: string | null;
  readonly expiresAt?: string | null;
  readonly maxConcurrent?: number | null;
  readonly parentTag?: string | null;
}

function wishOf({ validFrom, expiresAt, parentTag, ...fields }: CardFields): CardWish {
  return {
    ...trimmed(fields),
    ...timesWish({ validFrom, expiresAt }),
    ...(parentTag === undefined ? {} : { parentTag: parentTag === null ? null : cardUid(parentTag) }),
  };
}
