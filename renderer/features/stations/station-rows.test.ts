import { expect, it } from 'vitest';
import { MARKS, type Mark, type Station } from '#api/stations.ts';
import { countByGroup, matchStations } from './station-rows.ts';

it('a paused session still counts as charging, a finished one only keeps the place', () => {
  const stations = [stationWith('charging', 'paused-car'), stationWith('paused-site', 'done')];
  expect(countByGroup(stations)).toMatchObject({ charging: 3, occupied: 1 });
  expect(matchStations(stations, 'occupied', '')).toEqual([stations[1]]);
});

it('every connector is counted once, whatever it does', () => {
  const counts = countByGroup([stationWith(...MARKS)]);
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(MARKS.length);
});

function stationWith(...marks: readonly Mark[]): Station {
  return {
    id: 'A',
    name: 'A',
    tenantId: 1,
    groupIds: [],
    powerClass: 'AC',
    powerClassSet: false,
    inventory: {
      location: '',
      sim: '',
      installedOn: '',
      warrantyUntil: '',
      components: [],
      replaces: '',
      note: '',
    },
    adoptedAt: '2026-11-21T08:00:00Z',
    retiredAt: null,
    online: true,
    onlineSince: '2026-11-21T08:00:00Z',
    offlineSince: null,
    address: null,
    vendor: null,
    model: null,
    serialNumber: null,
    firmware: null,
    lastBootAt: null,
    lastSeenAt: null,
    protection: 'open',
    missingProtocolAllowed: false,
    abilities: { unlock: true, changeAvailability: true, remoteStop: true },
    heldUntil: null,
    registration: 'accepted',
    metering: { eichrecht: false, timeTariffsAllowed: false },
    keyAlarms: [],
    maxPowerW: 22_000,
    clockOffsetSeconds: null,
    deviations: [],
    own: null,
    powerW: 0,
    todayWh: 0,
    connectors: marks.map((mark, index) => ({
      connectorId: index + 1,
      mark,
      status: null,
      since: null,
      errorCode: null,
      vendorErrorCode: null,
      info: null,
      closedBy: null,
      session: null,
      acceptedCard: null,
    })),
  };
}
