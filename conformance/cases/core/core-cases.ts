import type { Case } from '../../harness/case.ts';
import { coldBoot, powerFailure, reset } from './boot.ts';
import {
  blockedCard,
  clearCache,
  expiredCard,
  offlineSession,
  offlineStart,
  offlineStartRefused,
  unknownCard,
} from './cards.ts';
import { readAllKeys, readOneKey, setInvalidValue, setKey, setUnknownKey } from './configuration.ts';
import {
  remoteStartCableFirst,
  remoteStartFirst,
  remoteStartRejected,
  remoteStartWithoutCable,
  remoteStop,
  remoteStopRejected,
} from './remote.ts';
import {
  cardFirst,
  cardWithoutCable,
  foreignDataTransfer,
  lockFailure,
  plugInFirst,
  startFromCache,
  unpluggedAtTheCar,
} from './sessions.ts';
import { unlockAnswered, unlockWithSession } from './unlock.ts';

/** Profile Core, by number. */
export const coreCases: readonly Case[] = [
  { id: 'TC_001', title: 'Cold boot', run: coldBoot },
  { id: 'TC_003', title: 'Session, plug-in first', run: plugInFirst },
  { id: 'TC_004_1', title: 'Session, identification first', run: cardFirst },
  { id: 'TC_004_2', title: 'Identification first, connection time-out', run: cardWithoutCable },
  { id: 'TC_005_1', title: 'Disconnected at the car', run: unpluggedAtTheCar },
  { id: 'TC_007', title: 'Start with a cached card', run: startFromCache },
  { id: 'TC_061', title: 'Clear the authorization cache', run: clearCache },
  { id: 'TC_010', title: 'Remote start, cable first', run: remoteStartCableFirst },
  { id: 'TC_011_1', title: 'Remote start first', run: remoteStartFirst },
  { id: 'TC_011_2', title: 'Remote start, connection time-out', run: remoteStartWithoutCable },
  { id: 'TC_012', title: 'Remote stop', run: remoteStop },
  { id: 'TC_013', title: 'Hard reset', run: (bench) => reset(bench, 'Hard') },
  { id: 'TC_014', title: 'Soft reset', run: (bench) => reset(bench, 'Soft') },
  {
    id: 'TC_017_1',
    title: 'Unlock without a session, socket',
    run: (bench) => unlockAnswered(bench, { answer: 'Unlocked' }),
  },
  {
    id: 'TC_017_2',
    title: 'Unlock without a session, fixed cable',
    run: (bench) => unlockAnswered(bench, { answer: 'NotSupported' }),
  },
  { id: 'TC_018_1', title: 'Unlock with a session', run: unlockWithSession },
  { id: 'TC_019_1', title: 'Read all configuration keys', run: readAllKeys },
  { id: 'TC_019_2', title: 'Read one configuration key', run: readOneKey },
  { id: 'TC_021', title: 'Set a configuration key', run: setKey },
  { id: 'TC_023_1', title: 'Unknown card', run: unknownCard },
  { id: 'TC_023_2', title: 'Expired card', run: expiredCard },
  { id: 'TC_023_3', title: 'Blocked card', run: blockedCard },
  { id: 'TC_024', title: 'Lock failure', run: lockFailure },
  { id: 'TC_026', title: 'Remote start rejected', run: remoteStartRejected },
  { id: 'TC_028', title: 'Remote stop rejected', run: remoteStopRejected },
  {
    id: 'TC_030',
    title: 'Unlock failed',
    run: (bench) => unlockAnswered(bench, { answer: 'UnlockFailed' }),
  },
  {
    id: 'TC_031',
    title: 'Unlock of an unknown connector',
    run: (bench) => unlockAnswered(bench, { answer: 'NotSupported', connectorId: 9 }),
  },
  { id: 'TC_032_1', title: 'Power failure', run: powerFailure },
  { id: 'TC_037_1', title: 'Offline start, valid card', run: offlineStart },
  { id: 'TC_037_3', title: 'Offline start, unknown card', run: offlineStartRefused },
  { id: 'TC_039', title: 'Offline session', run: offlineSession },
  { id: 'TC_040_1', title: 'Set an unknown key', run: setUnknownKey },
  { id: 'TC_040_2', title: 'Set an invalid value', run: setInvalidValue },
  { id: 'TC_064', title: 'Data transfer of an unknown vendor', run: foreignDataTransfer },
];
