import {
  getLogbookCheck,
  listLog,
  listLogActors,
  supplementEntry,
  verifyLogbook,
  writeNote,
} from './logbook.ts';
import { getDeskCase, searchDesk } from './service-desk.ts';

/** What happened, and what somebody at the telephone needs. */
export const logbookRoutes = {
  listLog,
  listLogActors,
  getLogbookCheck,
  verifyLogbook,
  writeNote,
  supplementEntry,
  searchDesk,
  getDeskCase,
} as const;
