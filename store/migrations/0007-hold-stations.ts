import type { Migration } from './migration.ts';

/** Whether a station may work, is being set up, or is turned away. */
export const holdStations: Migration = {
  number: 7,
  name: 'hold-stations',
  sql: `
ALTER TABLE station ADD COLUMN registration TEXT NOT NULL DEFAULT 'accepted';
`,
};
