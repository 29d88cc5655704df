import type { Limits as LimitsView, InstalledProfile as ProfileView } from '#api/station-services.ts';
import type { StationId } from '#core/shared/ids.ts';
import type { InstalledProfile } from '#core/stations/charging-profile.ts';
import type { Application } from '../../application.ts';
import { stationTime } from '../../ocpp/station-time.ts';
import { askStation } from '../../stations/ask-station.ts';
import { limitsNow } from '../../stations/order-outcomes.ts';
import { readAbilities } from '../../stations/profile-abilities.ts';
import { answered } from '../answered.ts';
import { isoTime, isoTimeOrNull } from '../iso-time.ts';
import { ApiProblem } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { station } from './named-station.ts';

export function limitHandlers(
  app: Application,
): SomeHandlers<'getLimits' | 'readProfileAbilities' | 'getCompositeSchedule'> {
  return {
    getLimits: async ({ params }) => view(station(app, params.stationId).id),

    async readProfileAbilities({ params }) {
      const { id } = station(app, params.stationId);
      if (app.stations.line(id) === undefined) throw new ApiProblem('station-not-connected');
      if ((await readAbilities(app, id)) === null) throw new ApiProblem('station-no-answer');
      return view(id);
    },

    async getCompositeSchedule({ params, body }) {
      const { id } = station(app, params.stationId);
      const { connectorId, durationSeconds, unit } = body;
      const answer = answered(
        await askStation(app)(id, 'GetCompositeSchedule', {
          connectorId,
          duration: durationSeconds,
          ...(unit === undefined ? {} : { chargingRateUnit: unit }),
        }),
      );
      const { status, scheduleStart, chargingSchedule: schedule } = answer;
      const periods = schedule?.chargingSchedulePeriod ?? [];
      return {
        answer: status,
        connectorId: answer.connectorId ?? connectorId,
        startsAt: timeIn(scheduleStart ?? schedule?.startSchedule),
        durationSeconds: schedule?.duration ?? null,
        unit: schedule?.chargingRateUnit ?? null,
        periods: periods.map(({ startPeriod, limit, numberPhases }) => ({
          startSeconds: startPeriod,
          limit,
          phases: numberPhases ?? null,
        })),
      };
    },
  };

  function view(id: StationId): LimitsView {
    const { profiles, abilities, abilitiesReadAt } = limitsNow(app.desk.live, id, app.clock.now());
    const { maxStackLevel, maxPeriods, maxProfiles, units } = abilities;
    return {
      profiles: profiles.map(profileView),
      maxStackLevel,
      maxPeriods,
      maxProfiles,
      units: units === null ? null : [...units],
      readAt: isoTimeOrNull(abilitiesReadAt),
    };
  }

  function timeIn(text: string | undefined): string | null {
    if (text === undefined) return null;
    return isoTimeOrNull(stationTime(text, app.clock.now(), app.desk.live.site.timeZone).instant);
  }
}

function profileView({ connectorId, profile, setAt, setBy }: InstalledProfile): ProfileView {
  const { timing } = profile;
  return {
    profileId: profile.id,
    connectorId,
    purpose: profile.purpose,
    stackLevel: profile.stackLevel,
    timing: timing.kind,
    every: timing.kind === 'Recurring' ? timing.every : null,
    startsAt: timing.kind === 'Relative' ? null : isoTime(timing.startsAt),
    validFrom: isoTimeOrNull(profile.validFrom),
    validTo: isoTimeOrNull(profile.validTo),
    unit: profile.unit,
    durationSeconds: profile.durationSeconds,
    minRate: profile.minRate,
    periods: profile.periods.map((period) => ({ ...period })),
    setAt: isoTime(setAt),
    setBy,
  };
}
