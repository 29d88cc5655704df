import type { MeteringFlags } from '#core/eichrecht/energy-for-money.ts';
import type { StationId } from '#core/shared/ids.ts';
import { type Instant, watts } from '#core/shared/units.ts';
import type { Registration, Station } from '#core/stations/station.ts';
import type { Application } from '../application.ts';
import { logLine } from '../site/log-line.ts';
import type { Hung } from './adopt-station.ts';
import { knownStation } from './known-station.ts';

export interface StationChange {
  readonly name?: string;
  readonly maxPowerW?: number;
  readonly missingProtocolAllowed?: boolean;
  readonly registration?: Registration;
  readonly retired?: boolean;
  readonly metering?: MeteringFlags;
  readonly hung?: Hung;
  readonly by: string;
}

/** Changes what people have set about a station; what is left out stays. */
export function changeStation(app: Application, id: StationId, change: StationChange): Promise<Station> {
  return app.desk.decide((live) => {
    const now = app.clock.now();
    const known = knownStation(live, id);
    const changed: Station = {
      ...known,
      ...change.hung,
      name: change.name?.trim() ?? known.name,
      maxPower: change.maxPowerW === undefined ? known.maxPower : watts(change.maxPowerW),
      missingProtocolAllowed: change.missingProtocolAllowed ?? known.missingProtocolAllowed,
      registration: change.registration ?? known.registration,
      metering: meteringOf(known, change),
      retiredAt: retiredAt(known, change, now),
    };
    const news = SET_BY_PEOPLE.some((field) => changed[field] !== known[field]);
    if (!news) return { value: known, changes: [] };
    return {
      value: changed,
      changes: [
        { kind: 'save-station', station: changed },
        logLine(now, kindOf(change), {
          stationId: id,
          actor: change.by,
          facts: { station: changed.name, fields: fieldsOf(change) },
        }),
      ],
      told: [{ kind: 'station', stationId: id }, { kind: 'log' }],
    };
  });
}

const SET_BY_PEOPLE = [
  'name',
  'maxPower',
  'missingProtocolAllowed',
  'registration',
  'retiredAt',
  'tenantId',
  'groupIds',
  'powerClass',
  'inventory',
  'metering',
] as const;

function retiredAt(known: Station, { retired }: StationChange, now: Instant): Instant | null {
  if (retired === undefined) return known.retiredAt;
  return retired ? (known.retiredAt ?? now) : null;
}

/** Flags that are as they were are the very same, so that nothing is logged. */
function meteringOf({ metering: known }: Station, { metering }: StationChange): MeteringFlags {
  if (metering === undefined) return known;
  const isSame =
    known.eichrecht === metering.eichrecht && known.timeTariffsAllowed === metering.timeTariffsAllowed;
  return isSame ? known : metering;
}

function fieldsOf({ by: _by, hung = {}, ...fields }: StationChange): string {
  return Object.keys({ ...fields, ...hung }).join(', ');
}

function kindOf(change: StationChange) {
  if (change.retired === true) return 'station-retired';
  if (change.retired === false) return 'station-adopted';
  return change.name === undefined ? 'settings-changed' : 'station-renamed';
}
