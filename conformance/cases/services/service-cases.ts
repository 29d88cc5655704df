import type { Case } from '../../harness/case.ts';
import {
  clearProfiles,
  compositeSchedule,
  defaultProfile,
  remoteStartWithProfile,
  sessionProfile,
} from './charging-profiles.ts';
import { downloadFailed, firmwareUpdate, installationFailed } from './firmware.ts';
import { differentialList, listRefused, listVersion, wholeList } from './local-list.ts';
import {
  cancellationRejected,
  reservationCancelled,
  reservationExpires,
  reservationRefused,
  reservationUsed,
  reservationUsedByGroup,
  stationReserved,
} from './reservations.ts';
import { triggerRejected, triggers } from './triggers.ts';
import { diagnostics } from './uploads.ts';

const refused = (status: 'Faulted' | 'Occupied' | 'Unavailable' | 'Rejected', id: string): Case => ({
  id,
  title: `Reservation: ${status}`,
  run: (bench) => reservationRefused(bench, status),
});

/** Local lists, firmware and diagnostics, reservations, triggers and charging profiles, by number. */
export const serviceCases: readonly Case[] = [
  { id: 'TC_042_1', title: 'List version: not supported', run: (bench) => listVersion(bench, -1) },
  { id: 'TC_042_2', title: 'List version: empty', run: (bench) => listVersion(bench, 0) },
  {
    id: 'TC_043_1',
    title: 'Send list: NotSupported',
    site: {},
    run: (bench) => listRefused(bench, 'NotSupported'),
  },
  { id: 'TC_043_3', title: 'Send list: Failed', site: {}, run: (bench) => listRefused(bench, 'Failed') },
  { id: 'TC_043_4', title: 'Send list, full', site: {}, run: wholeList },
  { id: 'TC_043_5', title: 'Send list, differential', site: {}, run: differentialList },
  { id: 'TC_044_1', title: 'Firmware update', run: firmwareUpdate },
  { id: 'TC_044_2', title: 'Firmware update, download failed', run: downloadFailed },
  { id: 'TC_044_3', title: 'Firmware update, installation failed', run: installationFailed },
  { id: 'TC_045_1', title: 'Get diagnostics', run: (bench) => diagnostics(bench, 'Uploaded') },
  {
    id: 'TC_045_2',
    title: 'Get diagnostics, upload failed',
    run: (bench) => diagnostics(bench, 'UploadFailed'),
  },
  { id: 'TC_046', title: 'Reservation used', run: reservationUsed },
  { id: 'TC_047', title: 'Reservation expires', site: {}, run: reservationExpires },
  refused('Faulted', 'TC_048_1'),
  refused('Occupied', 'TC_048_2'),
  refused('Unavailable', 'TC_048_3'),
  refused('Rejected', 'TC_048_4'),
  { id: 'TC_049', title: 'Reservation of the station', run: stationReserved },
  { id: 'TC_051', title: 'Reservation cancelled', run: reservationCancelled },
  { id: 'TC_052', title: 'Cancellation rejected', run: cancellationRejected },
  { id: 'TC_053', title: 'Reservation used by another card of the group', run: reservationUsedByGroup },
  { id: 'TC_054', title: 'Trigger messages', run: triggers },
  { id: 'TC_055', title: 'Trigger rejected', run: triggerRejected },
  { id: 'TC_056', title: 'Default profile', run: defaultProfile },
  { id: 'TC_057', title: 'Profile of a running session', run: sessionProfile },
  { id: 'TC_059', title: 'Remote start with a profile', run: remoteStartWithProfile },
  { id: 'TC_066', title: 'Composite schedule', run: compositeSchedule },
  { id: 'TC_067', title: 'Clear profiles', run: clearProfiles },
];
