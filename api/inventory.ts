import { Type } from 'typebox';
import { words } from './schema.ts';

export const POWER_CLASSES = ['AC', 'DC', 'HPC'] as const;
export const PowerClass = words(POWER_CLASSES);

/** A day of the calendar, or empty. */
const Day = Type.String({ pattern: '^$|^\\d{4}-\\d{2}-\\d{2}$' });
const Line = Type.String({ maxLength: 200 });

/** What is written down about a station besides what it says of itself. */
export const StationInventory = Type.Object(
  {
    location: Line,
    /** Number of the SIM card, where the station is on a mobile network. */
    sim: Line,
    installedOn: Day,
    warrantyUntil: Day,
    components: Type.Array(
      Type.Object({ name: Line, serialNumber: Line, since: Day }, { additionalProperties: false }),
      { maxItems: 100 },
    ),
    /** Identity of the station that this one has taken the place of. */
    replaces: Type.String({ maxLength: 255 }),
    note: Type.String({ maxLength: 4_000 }),
  },
  { additionalProperties: false },
);
