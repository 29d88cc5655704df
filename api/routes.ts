import { addCard, changeCard, listCards, listHeldCards, removeCard, restoreCard } from './access.ts';
import { cancelCommand, listCommands, orderCommand } from './commands.ts';
import { listDoor } from './door.ts';
import { liveEvents } from './events.ts';
import { forgetKnock, listKnocks } from './knocks.ts';
import { listLog, writeNote } from './logbook.ts';
import { listSendableMessages, sendMessage } from './messages.ts';
import { getOverview } from './overview.ts';
import {
  decideSession,
  dismissStray,
  getSession,
  listSessions,
  listStrays,
  sessionTotals,
} from './sessions.ts';
import { changePassword, changeSite, getNetwork, getSite, setUp, signIn, signOut, status } from './site.ts';
import {
  adoptStation,
  changeStation,
  getStation,
  listStations,
  retireStation,
  setStationPassword,
} from './stations.ts';
import { exportTrace, followTrace, listTrace } from './trace.ts';
import { explainStation } from './why.ts';

/** Every route of the program. The server must answer each; the client can call no other. */
export const routes = {
  status,
  setUp,
  signIn,
  signOut,
  changePassword,
  getSite,
  changeSite,
  getNetwork,
  getOverview,
  listStations,
  getStation,
  adoptStation,
  changeStation,
  setStationPassword,
  retireStation,
  explainStation,
  listKnocks,
  forgetKnock,
  listDoor,
  listTrace,
  followTrace,
  exportTrace,
  listSendableMessages,
  sendMessage,
  orderCommand,
  listCommands,
  cancelCommand,
  listSessions,
  sessionTotals,
  getSession,
  decideSession,
  listStrays,
  dismissStray,
  listCards,
  listHeldCards,
  addCard,
  changeCard,
  removeCard,
  restoreCard,
  listLog,
  writeNote,
  liveEvents,
} as const;

export type Routes = typeof routes;
export type RouteName = keyof Routes;
