import type { Instant } from '../shared/units.ts';
import { entryOf, type StationConfiguration } from './configuration.ts';
import type { LocalList } from './local-list.ts';

interface Known {
  readonly now: Instant;
  readonly configuration: StationConfiguration | null;
}

/**
 * What is known of a list after its station told the version (OCPP 1.6 §5.10): 0 is an empty list, -1 none. Null where
 * that is nothing new. A station also says -1 while its list is switched off, so that is believed only where its
 * settings were read and do not say so.
 */
export function toldVersion(list: LocalList, found: number, { now, configuration }: Known): LocalList | null {
  if (list.version !== null)
    return found === list.version ? null : { ...list, state: { kind: 'lost', found, at: now } };
  if (found === 0) return { ...list, version: 0, acknowledgedAt: now, state: { kind: 'acknowledged' } };
  if (found !== -1 || configuration?.readAt == null) return null;
  const enabled = entryOf(configuration, 'LocalAuthListEnabled')?.value?.trim().toLowerCase();
  return enabled === 'false' ? null : { ...list, state: { kind: 'not-supported', at: now } };
}
