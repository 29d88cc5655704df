import { firmwareChecked } from '../cases/security/signed-firmware.ts';
import type { Case } from '../harness/case.ts';
import {
  bootNotTriggered,
  configurationInPortions,
  tooManyPeriods,
  unknownSecurityEvent,
} from './commands.ts';
import {
  actionInWrongCase,
  binaryFrame,
  crossingCalls,
  errorWithoutDetails,
  notJson,
  nullPayload,
  oddMessageIds,
  unaskedAnswer,
  unknownAction,
  unknownMessageType,
  unsupportedAction,
  wrongLength,
} from './framing.ts';
import { beforeAccepted, pendingThenAccepted, rejected } from './held-back.ts';
import {
  emptyPassword,
  foreignUserName,
  identityKeepsItsCase,
  misspeltScheme,
  oddIdentities,
  passwordForms,
  sharedSerialNumber,
  sloppyAddresses,
  unknownIdentity,
} from './identity.ts';
import { listInPortions, listVersionsInRange, mismatchedDifference } from './local-lists.ts';
import {
  fiveDays,
  freeWithoutStop,
  meterResetBetween,
  nightOfTheClocks,
  valuesAfterStop,
  valuesOfUnknown,
} from './meters.ts';
import { lateAnswer, oneCallAtATime } from './queue.ts';
import { interval, reconnectWithoutBoot, timeInUtc } from './registration.ts';
import { downgradeRefused, keyWithoutAnswer, wrongCertificates } from './secrets.ts';
import {
  cardChargesElsewhere,
  startOverAnOpenSession,
  startRepeated,
  startRepeatedAfterStop,
  stopBeforeStart,
  unknownReservation,
} from './starts.ts';
import {
  otherStopTwice,
  sameStopTwice,
  stopOfForeign,
  stopOfSameGroup,
  stopOfUnknown,
  stopWithManyValues,
  stopWithoutWords,
} from './stops.ts';

/** As in daily life, where stations are asked what they can do. */
const ASKING = { config: {} } as const;

/** Rules of our own beyond the test document. */
export const rules: readonly Case[] = [
  { id: 'R01', title: 'Identity with blanks, slashes, umlauts', run: oddIdentities },
  { id: 'R02', title: 'Identity keeps its case', run: identityKeepsItsCase },
  { id: 'R03', title: 'Trailing slash and query in the address', run: sloppyAddresses },
  { id: 'R04', title: 'Two identities, one serial number', run: sharedSerialNumber },
  { id: 'R05', title: 'Unknown identity: 404 or 401', site: {}, run: unknownIdentity },
  { id: 'R06', title: 'User name that is not the identity', site: {}, run: foreignUserName },
  { id: 'R07', title: 'Password as bytes and as hexadecimal text', site: {}, run: passwordForms },
  { id: 'R08', title: 'Empty password', site: {}, run: emptyPassword },
  { id: 'R09', title: 'Scheme misspelt', site: {}, run: misspeltScheme },
  { id: 'R10', title: 'Lower profile, also after a restart', site: {}, run: downgradeRefused },
  { id: 'R11', title: 'Binary frame', run: binaryFrame },
  { id: 'R12', title: 'Frame that is no JSON', run: notJson },
  { id: 'R13', title: 'Frame of the wrong length', run: wrongLength },
  { id: 'R14', title: 'Unknown message type', run: unknownMessageType },
  { id: 'R15', title: 'Odd message ids', run: oddMessageIds },
  { id: 'R16', title: 'Unknown action', run: unknownAction },
  { id: 'R17', title: 'Known action, not for us', run: unsupportedAction },
  { id: 'R18', title: 'Action in the wrong case', run: actionInWrongCase },
  { id: 'R19', title: 'Payload null', run: nullPayload },
  { id: 'R20', title: 'Answer that nobody asked for', run: unaskedAnswer },
  { id: 'R21', title: 'Answer after our time-out', run: lateAnswer },
  { id: 'R22', title: 'Error without details', run: errorWithoutDetails },
  { id: 'R23', title: 'One open call per station, others not held up', run: oneCallAtATime },
  { id: 'R24', title: 'Calls that cross', run: crossingCalls },
  { id: 'R25', title: 'Message before the station is accepted', run: beforeAccepted },
  { id: 'R26', title: 'Reconnect without a boot', site: {}, run: reconnectWithoutBoot },
  { id: 'R27', title: 'Pending, then accepted', run: pendingThenAccepted },
  { id: 'R28', title: 'Rejected: not a word', run: rejected },
  { id: 'R29', title: 'Heartbeats as rare as asked for', site: {}, run: interval },
  { id: 'R30', title: 'Time in UTC', run: timeInUtc },
  { id: 'R31', title: 'Start repeated, same message id', run: (bench) => startRepeated(bench, true) },
  { id: 'R32', title: 'Start repeated, new message id', run: (bench) => startRepeated(bench, false) },
  { id: 'R33', title: 'Start repeated after its stop', run: startRepeatedAfterStop },
  { id: 'R34', title: 'Card that charges elsewhere', run: cardChargesElsewhere },
  { id: 'R35', title: 'Start with an unknown reservation', run: unknownReservation },
  { id: 'R36', title: 'Start over an open session', run: startOverAnOpenSession },
  { id: 'R37', title: 'The same stop twice', run: sameStopTwice },
  { id: 'R38', title: 'Two stops that differ', run: otherStopTwice },
  { id: 'R39', title: 'Stop of transaction -1', run: stopOfUnknown },
  { id: 'R40', title: 'Stop of another station’s transaction', run: stopOfForeign },
  { id: 'R41', title: 'Stop before its start', run: stopBeforeStart },
  { id: 'R42', title: 'Meter values after the stop', run: valuesAfterStop },
  { id: 'R43', title: 'Meter values of transaction -1', run: valuesOfUnknown },
  { id: 'R44', title: 'Stop without reason and card', run: stopWithoutWords },
  { id: 'R45', title: 'Stop with another card of the group', run: stopOfSameGroup },
  { id: 'R46', title: 'Stop with 4,000 meter values', run: stopWithManyValues },
  { id: 'R47', title: 'Free again, and no stop', site: {}, run: freeWithoutStop },
  { id: 'R48', title: 'Meter reset between sessions', run: meterResetBetween },
  {
    id: 'R49',
    title: 'Night in which the clocks change',
    site: { startsAt: Date.UTC(2026, 9, 25, 6) },
    run: nightOfTheClocks,
  },
  { id: 'R50', title: 'Session of five days', run: fiveDays },
  { id: 'R51', title: 'Versions of the local list', site: ASKING, run: listVersionsInRange },
  { id: 'R52', title: 'Difference that does not fit', site: ASKING, run: mismatchedDifference },
  { id: 'R53', title: 'Local list in portions', site: ASKING, run: listInPortions },
  { id: 'R54', title: 'Configuration in portions', run: configurationInPortions },
  { id: 'R55', title: 'More periods than the station takes', site: ASKING, run: tooManyPeriods },
  { id: 'R56', title: 'No boot asked of an accepted station', run: bootNotTriggered },
  { id: 'R57', title: 'New key without an answer', site: {}, run: keyWithoutAnswer },
  { id: 'R58', title: 'Wrong certificates', site: ASKING, run: wrongCertificates },
  { id: 'R59', title: 'Firmware checked before it is sent', run: firmwareChecked },
  { id: 'R60', title: 'Security event of an unknown type', run: unknownSecurityEvent },
];
