import type { StationId } from '#core/shared/ids.ts';
import { SECOND } from '#core/shared/units.ts';
import { STANDARD_BEHAVIOUR } from '#core/stations/switches.ts';
import type { Admission } from '#ocpp/admission.ts';
import type { Answer } from '#ocpp/received-call.ts';
import type { LiveSite } from '../site/live-site.ts';
import { behaviourOf } from '../stations/behaviour-of.ts';

type Accepted = Extract<Admission, { readonly kind: 'accept' }>;

/** Lets a station in on the terms that its make needs. */
export function asItBehaves(live: LiveSite, station: StationId, admission: Accepted): Accepted {
  const { missingSubprotocol, pingSeconds } = behaviourOf(live, station);
  return {
    ...admission,
    allowMissingProtocol: missingSubprotocol,
    ...(pingSeconds === STANDARD_BEHAVIOUR.pingSeconds ? {} : { pingIntervalMs: pingSeconds * SECOND }),
  };
}

/** Holds back the answer to StartTransaction where a quick one makes the station hang up (eProWallbox, lbbrhzn#2080). */
export function inGoodTime(
  live: LiveSite,
  station: StationId,
  { action, answer }: { readonly action: string; readonly answer: Promise<Answer> },
): Promise<Answer> {
  if (action !== 'StartTransaction') return answer;
  const { startAnswerDelayMs } = behaviourOf(live, station);
  if (startAnswerDelayMs === 0) return answer;
  const delay = new Promise((resolve) => setTimeout(resolve, startAnswerDelayMs));
  return Promise.all([answer, delay]).then(([given]) => given);
}
