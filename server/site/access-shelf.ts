import type { AccessRule } from '#core/access/access-rule.ts';
import type { Assignment } from '#core/access/assignment.ts';
import type { Card } from '#core/access/card.ts';
import type { CardUid } from '#core/access/card-uid.ts';
import type { Driver } from '#core/access/driver.ts';
import type { Group } from '#core/access/group.ts';
import type { Vehicle } from '#core/access/vehicle.ts';
import type { CardId, DriverId, GroupId, VehicleId } from '#core/shared/ids.ts';
import type { SavedSite } from '#store/load-site.ts';
import { byId } from './by-id.ts';
import type { UndoLog } from './undo-log.ts';

/** Who may charge where, as it is decided on: in memory, the removed ones too, with the indexes that decisions need. */
export class AccessShelf {
  readonly cards: Map<CardId, Card>;
  readonly drivers: Map<DriverId, Driver>;
  readonly vehicles: Map<VehicleId, Vehicle>;
  readonly assignments: Map<number, Assignment>;
  readonly groups: Map<GroupId, Group>;
  readonly rules: Map<number, AccessRule>;
  readonly #cardsByUid = new Map<CardUid, Card>();

  constructor(saved: SavedSite) {
    this.cards = byId(saved.cards);
    this.drivers = byId(saved.drivers);
    this.vehicles = byId(saved.vehicles);
    this.assignments = byId(saved.assignments);
    this.groups = byId(saved.groups);
    this.rules = byId(saved.rules);
    for (const card of saved.cards) if (card.removedAt === null) this.#cardsByUid.set(card.uid, card);
  }

  /** A card that has not been removed, by its number in any spelling that was made canonical. */
  cardByUid(uid: CardUid): Card | null {
    return this.#cardsByUid.get(uid) ?? null;
  }

  putCard(card: Card, undo: UndoLog): void {
    undo.set(this.cards, card.id, card);
    if (card.removedAt === null) undo.set(this.#cardsByUid, card.uid, card);
    else undo.delete(this.#cardsByUid, card.uid);
  }
}
