import { stationDetails } from '../../text/en/station-details.ts';
import type { Translate } from '../../text/use-text.ts';

type KnownDeviation = keyof typeof stationDetails.deviation;

/** A departure from OCPP 1.6 in words; one that is new here keeps its name. */
export function deviationWords(kind: string, t: Translate): string {
  return isKnown(kind) ? t(`stationDetails.deviation.${kind}`) : kind;
}

function isKnown(kind: string): kind is KnownDeviation {
  return Object.hasOwn(stationDetails.deviation, kind);
}
