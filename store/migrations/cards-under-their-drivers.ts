/** Drivers who are still there, tied to the card that a trigger is about. */
const TIED = `
  assignment AS tied JOIN driver AS known ON known.id = tied.driver_id
  WHERE tied.card_id = card.id AND tied.removed_at IS NULL AND known.removed_at IS NULL`;

const NAMED = `
  UPDATE card SET
    sort_folded = coalesce((SELECT known.name_folded FROM ${TIED} ORDER BY tied.id LIMIT 1), holder_folded),
    found_folded = search_folded ||
      coalesce(char(10) || (SELECT group_concat(known.search_folded, char(10)) FROM ${TIED}), '')`;

/**
 * Cards stand under the name of the driver to whom they were tied first, else under the one typed on them, and are
 * found by all that their drivers are found by. SQLite itself keeps both beside the card, whatever is written: a list
 * that had to ask three tables for the order could not stop at the end of its page.
 */
export const cardsUnderTheirDrivers = `
ALTER TABLE card ADD COLUMN sort_folded TEXT NOT NULL DEFAULT '';
ALTER TABLE card ADD COLUMN found_folded TEXT NOT NULL DEFAULT '';
UPDATE card SET sort_folded = holder_folded, found_folded = search_folded;
CREATE INDEX card_by_name ON card
  (sort_folded, id, blocked_at, valid_from, expires_at, found_folded) WHERE removed_at IS NULL;
CREATE TRIGGER card_added AFTER INSERT ON card
  BEGIN ${NAMED} WHERE id = new.id; END;
CREATE TRIGGER card_renamed AFTER UPDATE OF holder_folded, search_folded ON card
  WHEN old.holder_folded <> new.holder_folded OR old.search_folded <> new.search_folded
  BEGIN ${NAMED} WHERE id = new.id; END;
CREATE TRIGGER card_tied AFTER INSERT ON assignment WHEN new.driver_id IS NOT NULL
  BEGIN ${NAMED} WHERE id = new.card_id; END;
CREATE TRIGGER card_tied_otherwise AFTER UPDATE ON assignment
  BEGIN ${NAMED} WHERE id IN (old.card_id, new.card_id); END;
CREATE TRIGGER driver_of_cards_added AFTER INSERT ON driver
  BEGIN ${NAMED} WHERE id IN (SELECT card_id FROM assignment WHERE driver_id = new.id AND removed_at IS NULL); END;
CREATE TRIGGER driver_of_cards_renamed AFTER UPDATE OF name_folded, search_folded, removed_at ON driver
  WHEN old.name_folded <> new.name_folded OR old.search_folded <> new.search_folded
    OR old.removed_at IS NOT new.removed_at
  BEGIN ${NAMED} WHERE id IN (SELECT card_id FROM assignment WHERE driver_id = new.id AND removed_at IS NULL); END;
`;
