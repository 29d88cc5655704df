import type { TestSite } from './start-site.ts';

/** Drivers, vehicles, groups and rules on a site, and where each of their routes is asked. */
export async function furnishAccess(site: TestSite, card: { readonly id: number }) {
  const add = async (path: string, body: object) => (await site.api.post(path, body)).json.id as number;
  const group = await add('/groups', { of: 'users', name: 'Fleet' });
  const oldGroup = await add('/groups', { of: 'users', name: 'Old' });
  const driver = await add('/drivers', { name: 'Ada Lehmann', costCentre: '4711', groupIds: [group] });
  const oldDriver = await add('/drivers', { name: 'Olaf' });
  const vehicle = await add('/vehicles', { plate: 'S-AB 123 E', vid: '00:11:22:AA:BB:CC' });
  const oldVehicle = await add('/vehicles', { label: 'Old van' });
  const assignment = await add('/assignments', { cardId: card.id, driverId: driver });
  const oldAssignment = await add('/assignments', { driverId: driver, vehicleId: vehicle });
  const rule = await add('/access-rules', {
    name: 'Everybody everywhere',
    who: { kind: 'everybody' },
    windows: [{ days: [1], from: 0, to: 1440 }],
    to: '2001-01-01T00:00:00Z',
  });
  const merged = await add('/cards', { uid: 'MERGED', holder: 'M' });
  const lost = await add('/cards', { uid: 'LOST', holder: 'L' });

  return {
    getCard: [`/cards/${card.id}`],
    listDrivers: ['/drivers?search=ada&limit=10'],
    getDriver: [`/drivers/${driver}`],
    listVehicles: ['/vehicles?search=sab123'],
    getVehicle: [`/vehicles/${vehicle}`],
    listGroups: ['/groups?of=users'],
    listMembers: [`/groups/${group}/members`],
    listRules: ['/access-rules'],
    checkAccess: [`/stations/HOF%201/access?cardId=${card.id}`],
    addDriver: ['/drivers', { name: 'Ben Okoro', email: 'ben@example.org' }],
    changeDriver: [`/drivers/${driver}`, { note: 'Nights only' }],
    removeDriver: [`/drivers/${oldDriver}`],
    restoreDriver: [`/drivers/${oldDriver}/restore`],
    addVehicle: ['/vehicles', { plate: 'S-XY 9', batteryWh: 77_000, phases: 3, acPowerW: 11_000 }],
    changeVehicle: [`/vehicles/${vehicle}`, { make: 'VW' }],
    readOdometer: [`/vehicles/${vehicle}/odometer`, { km: 41_250 }],
    removeVehicle: [`/vehicles/${oldVehicle}`],
    restoreVehicle: [`/vehicles/${oldVehicle}/restore`],
    addAssignment: [
      '/assignments',
      { driverId: oldDriver, vehicleId: vehicle, from: '2026-01-01T00:00:00Z' },
    ],
    changeAssignment: [`/assignments/${assignment}`, { from: '2026-01-01T00:00:00Z' }],
    removeAssignment: [`/assignments/${oldAssignment}`],
    restoreAssignment: [`/assignments/${oldAssignment}/restore`],
    addGroup: ['/groups', { of: 'stations', name: 'Yard' }],
    changeGroup: [`/groups/${group}`, { name: 'Whole fleet' }],
    changeMembers: [`/groups/${group}/members`, { add: [{ kind: 'vehicle', id: String(vehicle) }] }],
    removeGroup: [`/groups/${oldGroup}`],
    restoreGroup: [`/groups/${oldGroup}/restore`],
    addRule: [
      '/access-rules',
      { name: 'Fleet', who: { kind: 'groups', groupIds: [group] }, to: '2001-01-01T00:00:00Z' },
    ],
    changeRule: [`/access-rules/${rule}`, { name: 'Mondays' }],
    removeRule: [`/access-rules/${rule}`],
    restoreRule: [`/access-rules/${rule}/restore`],
    linkSpelling: [`/cards/${card.id}/spellings`, { uid: 'CARD-2' }],
    unlinkSpelling: [`/cards/${card.id}/spellings/CARD-2`],
    mergeCards: [`/cards/${card.id}/merge`, { cardId: merged }],
    replaceCard: [`/cards/${lost}/replace`, { uid: 'FOUND' }],
  } as const;
}
