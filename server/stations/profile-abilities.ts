import type { StationId } from '#core/shared/ids.ts';
import type { ProfileAbilities } from '#core/stations/charging-profile.ts';
import { ABILITY_KEYS, abilitiesIn, noLimits, type StationLimits } from '#core/stations/station-limits.ts';
import type { Application } from '../application.ts';
import { askStation } from './ask-station.ts';
import { behaviourOf } from './behaviour-of.ts';

/**
 * What a station can do with charging profiles: its own word, narrowed by what is known of its make. It is asked the
 * first time that somebody wants to know, except in test-tool mode.
 */
export async function abilitiesOf(app: Application, id: StationId): Promise<ProfileAbilities> {
  const { live } = app.desk;
  const known = live.limits.get(id) ?? noLimits(id);
  const asks = known.abilitiesReadAt === null && !app.isTestTool();
  const { abilities } = asks ? ((await readAbilities(app, id)) ?? known) : known;
  const { mostStackLevel, rateUnit } = behaviourOf(live, id);
  return {
    ...abilities,
    maxStackLevel: Math.min(abilities.maxStackLevel ?? mostStackLevel, mostStackLevel),
    units: rateUnit === 'any' ? abilities.units : [rateUnit],
  };
}

/** Asks the station; null when it does not say. */
export async function readAbilities(app: Application, id: StationId): Promise<StationLimits | null> {
  const asked = await askStation(app)(id, 'GetConfiguration', { key: [...ABILITY_KEYS] });
  if (asked.kind !== 'answered') return null;
  const { configurationKey = [] } = asked.response;
  const values = new Map(configurationKey.map(({ key, value = '' }) => [key, value]));
  return app.desk.decide((live) => {
    const before = live.limits.get(id) ?? noLimits(id);
    const limits = { ...before, abilities: abilitiesIn(values), abilitiesReadAt: app.clock.now() };
    return {
      value: limits,
      changes: [{ kind: 'save-limits', limits }],
      told: [{ kind: 'station', stationId: id }],
    };
  });
}
