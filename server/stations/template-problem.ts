import type { StationId } from '#core/shared/ids.ts';
import { type SettingProblem, settingProblem } from '#core/stations/check-setting.ts';
import type { TemplateDifference } from '#core/stations/configuration-template.ts';
import type { LiveSite } from '../site/live-site.ts';
import { behaviourOf } from './behaviour-of.ts';

/** What speaks against sending a station the value that a template wants; null where it is sent, or is there already. */
export function templateProblem(
  live: LiveSite,
  station: StationId,
  { key, wanted, state }: TemplateDifference,
): SettingProblem | null {
  if (state !== 'different' && state !== 'not-read') return null;
  const known = live.configurations.get(station) ?? null;
  return settingProblem({ key, value: wanted }, known, behaviourOf(live, station));
}
