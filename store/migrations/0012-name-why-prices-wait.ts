import type { Migration } from './migration.ts';

/** Why a price waits stands beside that it waits: whoever counts the reasons unpacks no outcome for it. */
export const nameWhyPricesWait: Migration = {
  number: 12,
  name: 'name-why-prices-wait',
  sql: `
ALTER TABLE session_cost ADD COLUMN held_reason TEXT;

UPDATE session_cost
SET held_reason = (
  SELECT outcome_json ->> '$.reason'
  FROM session_price
  WHERE session_price.session_id = session_cost.session_id AND session_price.number = session_cost.number
)
WHERE state = 'held';
`,
};
