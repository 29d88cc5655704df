import type { AccessRule } from '#core/access/access-rule.ts';
import type { Assignment } from '#core/access/assignment.ts';
import { type Card, numbersOf } from '#core/access/card.ts';
import type { CardUid } from '#core/access/card-uid.ts';
import type { Driver } from '#core/access/driver.ts';
import type { Group } from '#core/access/group.ts';
import { type SimilarCard, spellingKeys, spellingOf } from '#core/access/spell-card.ts';
import type { Vehicle } from '#core/access/vehicle.ts';
import { vehicleNumber } from '#core/access/vehicle-number.ts';
import type { Change } from '#core/changes.ts';
import type { CardId, DriverId, GroupId, VehicleId } from '#core/shared/ids.ts';
import type { SavedSite } from '#store/load-site.ts';
import { byId } from './by-id.ts';
import { UndoLog } from './undo-log.ts';

const NONE: readonly Assignment[] = [];

/** Who may charge where, as it is decided on: in memory, the removed ones too, with the indexes that decisions need. */
export class AccessShelf {
  /** Another one after each change, also one that is taken back: what was reckoned on the same one still holds. */
  revision: object = {};
  readonly cards: Map<CardId, Card>;
  readonly drivers: Map<DriverId, Driver>;
  readonly vehicles = new Map<VehicleId, Vehicle>();
  readonly assignments = new Map<number, Assignment>();
  readonly groups: Map<GroupId, Group>;
  readonly rules: Map<number, AccessRule>;
  /** By number and by every other spelling. */
  readonly #cardsByNumber = new Map<CardUid, Card>();
  /** Which cards a number could be a spelling of, by the keys of `spellingKeys`. */
  readonly #cardsByKey = new Map<string, Set<CardId>>();
  readonly #vehiclesByNumber = new Map<CardUid, Vehicle>();
  readonly #byCard = new Map<CardId, readonly Assignment[]>();
  readonly #byDriver = new Map<DriverId, readonly Assignment[]>();
  readonly #byVehicle = new Map<VehicleId, readonly Assignment[]>();

  constructor(saved: SavedSite) {
    const undo = new UndoLog();
    this.cards = byId(saved.cards);
    this.drivers = byId(saved.drivers);
    this.groups = byId(saved.groups);
    this.rules = byId(saved.rules);
    for (const card of saved.cards) this.#nameCard(card, undo);
    for (const vehicle of saved.vehicles) this.putVehicle(vehicle, undo);
    for (const assignment of saved.assignments) this.putAssignment(assignment, undo);
  }

  /** A card that has not been removed, by its number or by a spelling of it that somebody has confirmed. */
  cardByUid(uid: CardUid): Card | null {
    return this.#cardsByNumber.get(uid) ?? null;
  }

  /**
   * The cards of which a number that is none of theirs is probably another spelling. One is a hint; with several any
   * guess would hand one person's sessions to another.
   */
  similarTo(number: CardUid, { asked } = spellingKeys(number)): readonly SimilarCard[] {
    const filed = asked.flatMap((key) => this.#cardsByKey.get(key) ?? []);
    if (filed.length === 0) return [];
    const ids = new Set(filed.flatMap((some) => [...some]));
    return [...ids].flatMap((id) => {
      const card = this.cards.get(id);
      if (card === undefined || card.removedAt !== null) return [];
      for (const own of numbersOf(card)) {
        const spelling = spellingOf(number, own);
        if (spelling !== null) return [{ card, spelling }];
      }
      return [];
    });
  }

  /** The only card of which a number is probably another spelling. */
  onlySimilarTo(number: CardUid): SimilarCard | null {
    const [first, second] = this.similarTo(number);
    return first === undefined || second !== undefined ? null : first;
  }

  /** A vehicle that has not been removed, by the number with which a station recognises it. */
  vehicleByNumber(uid: CardUid): Vehicle | null {
    return this.#vehiclesByNumber.size === 0
      ? null
      : (this.#vehiclesByNumber.get(vehicleNumber(uid)) ?? null);
  }

  /** Assignments that have not been removed, whether they hold now or not. */
  assignmentsOf(party: Party): readonly Assignment[] {
    switch (party.kind) {
      case 'card':
        return this.#byCard.get(party.id) ?? NONE;
      case 'driver':
        return this.#byDriver.get(party.id) ?? NONE;
      case 'vehicle':
        return this.#byVehicle.get(party.id) ?? NONE;
    }
  }

  /** Something is about to change, on this shelf or elsewhere. */
  revise({ kind }: Change, undo: UndoLog): void {
    if (!IS_ON_SHELF.has(kind)) return;
    const before = this.revision;
    undo.remember(() => {
      this.revision = before;
    });
    this.revision = {};
  }

  putCard(card: Card, undo: UndoLog): void {
    const before = this.cards.get(card.id);
    undo.set(this.cards, card.id, card);
    for (const number of before === undefined ? [] : numbersOf(before)) {
      if (this.#cardsByNumber.get(number)?.id === card.id) undo.delete(this.#cardsByNumber, number);
      for (const key of spellingKeys(number).filed) this.#unfile(key, card.id, undo);
    }
    this.#nameCard(card, undo);
  }

  putVehicle(vehicle: Vehicle, undo: UndoLog): void {
    const before = this.vehicles.get(vehicle.id)?.vid ?? null;
    undo.set(this.vehicles, vehicle.id, vehicle);
    if (before !== null && this.#vehiclesByNumber.get(before)?.id === vehicle.id)
      undo.delete(this.#vehiclesByNumber, before);
    if (vehicle.vid !== null && vehicle.removedAt === null)
      undo.set(this.#vehiclesByNumber, vehicle.vid, vehicle);
  }

  putAssignment(assignment: Assignment, undo: UndoLog): void {
    undo.set(this.assignments, assignment.id, assignment);
    const { cardId, driverId, vehicleId } = assignment;
    if (cardId !== null) put(this.#byCard, cardId, { assignment, undo });
    if (driverId !== null) put(this.#byDriver, driverId, { assignment, undo });
    if (vehicleId !== null) put(this.#byVehicle, vehicleId, { assignment, undo });
  }

  #nameCard(card: Card, undo: UndoLog): void {
    if (card.removedAt !== null) return;
    for (const number of numbersOf(card)) {
      undo.set(this.#cardsByNumber, number, card);
      for (const key of spellingKeys(number).filed) this.#file(key, card.id, undo);
    }
  }

  #file(key: string, id: CardId, undo: UndoLog): void {
    const known = this.#cardsByKey.get(key);
    if (known?.has(id) === true) return;
    const ids = known ?? new Set<CardId>();
    if (known === undefined) undo.set(this.#cardsByKey, key, ids);
    ids.add(id);
    undo.remember(() => ids.delete(id));
  }

  #unfile(key: string, id: CardId, undo: UndoLog): void {
    const known = this.#cardsByKey.get(key);
    if (known?.delete(id) !== true) return;
    undo.remember(() => known.add(id));
    if (known.size === 0) undo.delete(this.#cardsByKey, key);
  }
}

const IS_ON_SHELF: ReadonlySet<Change['kind']> = new Set([
  'save-card',
  'save-group',
  'save-rule',
  'save-driver',
  'save-vehicle',
  'save-assignment',
]);

/** What an assignment can tie. */
export type Party =
  | { readonly kind: 'card'; readonly id: CardId }
  | { readonly kind: 'driver'; readonly id: DriverId }
  | { readonly kind: 'vehicle'; readonly id: VehicleId };

function put<Id>(
  index: Map<Id, readonly Assignment[]>,
  id: Id,
  { assignment, undo }: { readonly assignment: Assignment; readonly undo: UndoLog },
): void {
  const others = (index.get(id) ?? NONE).filter((known) => known.id !== assignment.id);
  undo.set(index, id, assignment.removedAt === null ? [...others, assignment] : others);
}
