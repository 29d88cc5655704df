import type { Assignment } from '../access/assignment.ts';
import type { Card } from '../access/card.ts';
import type { CardUid } from '../access/card-uid.ts';
import type { Driver } from '../access/driver.ts';
import type { SimilarCard, SpellingKeys } from '../access/spell-card.ts';
import type { Vehicle } from '../access/vehicle.ts';
import type { CardId, DriverId, VehicleId } from '../shared/ids.ts';
import type { NameIndex } from './name-index.ts';

/** The cards, drivers and vehicles of a site, each where it is found by what a row says of it. */
export interface KnownRecords {
  driver(id: DriverId): Driver | null;
  vehicle(id: VehicleId): Vehicle | null;
  /** By number and by every other spelling; one that has not been removed. */
  cardByUid(uid: CardUid): Card | null;
  /** Cards of which a number that is none of theirs is probably another spelling. */
  similarTo(number: CardUid, keys: SpellingKeys): readonly SimilarCard[];
  /** By the number with which a station recognises the car; one that has not been removed. */
  vehicleByNumber(uid: CardUid): Vehicle | null;
  /** Those of a card that have not been removed. */
  assignmentsOf(card: CardId): readonly Assignment[];
  readonly names: NameIndex;
}
