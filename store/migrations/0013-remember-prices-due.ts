import type { Migration } from './migration.ts';

/**
 * Whatever becomes known of a session that has a price, or that a person has decided on, may change what it costs: it is marked in the
 * same transaction, so that no price is lost where the program ends, or the disk fails, before it is worked out.
 * Sessions that were never priced need no mark: their cost is `open`.
 */
export const rememberPricesDue: Migration = {
  number: 13,
  name: 'remember-prices-due',
  sql: `
CREATE TABLE price_due (
  session_id INTEGER PRIMARY KEY REFERENCES session (id)
) STRICT;

CREATE TRIGGER price_due_by_session AFTER UPDATE ON session
WHEN NEW.ended_at IS NOT NULL
  AND (OLD.ended_at, OLD.end_register, OLD.doubts_json, OLD.decision_json)
    IS NOT (NEW.ended_at, NEW.end_register, NEW.doubts_json, NEW.decision_json)
  AND (
    NEW.decision_json IS NOT NULL
    OR EXISTS (SELECT 1 FROM session_cost WHERE session_id = NEW.id AND state <> 'open')
  )
BEGIN
  INSERT INTO price_due SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM price_due WHERE session_id = NEW.id);
END;

CREATE TRIGGER price_due_by_curve AFTER UPDATE ON session_curve
WHEN EXISTS (SELECT 1 FROM session_cost WHERE session_id = NEW.session_id AND state <> 'open')
BEGIN
  INSERT INTO price_due
  SELECT NEW.session_id WHERE NOT EXISTS (SELECT 1 FROM price_due WHERE session_id = NEW.session_id);
END;
`,
};
