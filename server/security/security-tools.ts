import type { StationSecurity } from '#core/security/station-security.ts';
import type { Application } from '../application.ts';

/** What changing the security of a station takes. */
export type SecurityTools = Pick<
  Application,
  'desk' | 'clock' | 'ports' | 'stations' | 'authority' | 'log' | 'isTestTool'
>;

export function securityChanged(security: StationSecurity) {
  const { stationId } = security;
  return {
    change: { kind: 'save-station-security', security },
    told: [{ kind: 'station', stationId }, { kind: 'log' }],
  } as const;
}
