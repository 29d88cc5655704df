import { connectorId } from '#core/shared/ids.ts';
import type { ConfigurationEntry } from '#core/stations/configuration.ts';
import { readPublicKey } from './read-public-key.ts';
import type { ShownKey } from './shown-keys.ts';

/**
 * The keys among what a station tells of its settings: `MeterPublicKey1` (OCA, "Signed Meter Values in OCPP" 3.3), which EVerest
 * also writes `MeterPublicKey[1]`. What is no key is passed over: many stations have the setting and leave it empty.
 */
export function keysInConfiguration(
  entries: readonly ConfigurationEntry[],
  isCommissioned: boolean,
): readonly ShownKey[] {
  return entries.flatMap(({ key: name, value, readAt }) => {
    const number = /^MeterPublicKey\[?(\d{1,5})\]?$/i.exec(name)?.[1];
    const key = number === undefined || value === null ? null : readPublicKey(value, null);
    if (key === null) return [];
    const source = isCommissioned ? 'commissioning' : 'configuration';
    return [{ connectorId: connectorId(Number(number)), key, source, at: readAt }];
  });
}
