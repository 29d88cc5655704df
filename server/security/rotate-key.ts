import { randomBytes } from 'node:crypto';
import { settleKey, type WishAnswer } from '#core/security/settle-wish.ts';
import type { NextKey } from '#core/security/station-security.ts';
import type { StationId } from '#core/shared/ids.ts';
import { keyRecord } from '../people/password-record.ts';
import { logLine } from '../site/log-line.ts';
import { askStation } from '../stations/ask-station.ts';
import { knownStation } from '../stations/known-station.ts';
import { type SecurityTools, securityChanged } from './security-tools.ts';
import { wishAnswerOf } from './wish-answer.ts';

/** A00.FR.205: 16 to 20 bytes, on the wire as hexadecimal digits. */
const KEY_BYTES = 20;

export type KeyOutcome =
  | { readonly kind: 'done'; readonly answer: WishAnswer; readonly isWaiting: boolean }
  /** An earlier key may or may not be in the station: a third one would lose it. */
  | { readonly kind: 'under-way' };

/**
 * Gives a station a new key (security paper A01). The key is stored before it is sent, so that whatever is cut off in
 * between, the station finds one of its keys accepted.
 */
export async function rotateKey(tools: SecurityTools, id: StationId, by: string): Promise<KeyOutcome> {
  const { desk, clock } = tools;
  const key = randomBytes(KEY_BYTES);
  const sent: NextKey = { record: keyRecord(key), state: 'asked', at: clock.now(), by };
  const begun = await desk.decide<Begun>((live) => {
    const security = live.securityOf(id);
    const earlier = security.nextKey;
    const isShown = knownStation(live, id).credential.kind === 'password';
    const mayBeShown = isShown || security.upgrade !== null;
    if (earlier !== null && (mayBeShown || earlier.state === 'asked'))
      return { value: { kind: 'under-way' }, changes: [] };
    const { change, told } = securityChanged({ ...security, nextKey: sent });
    return { value: { kind: 'begun', earlier }, changes: [change, keyLine(sent, id, 'asked')], told };
  });
  if (begun.kind === 'under-way') return begun;

  const wish = { key: 'AuthorizationKey', value: key.toString('hex') };
  const answer = wishAnswerOf(await askStation(tools)(id, 'ChangeConfiguration', wish));
  const isWaiting = await desk.decide((live) => {
    const station = knownStation(live, id);
    const { security, credential } = settleKey(
      { security: live.securityOf(id), credential: station.credential },
      sent,
      { answer, earlier: begun.earlier, now: clock.now() },
    );
    const { change, told } = securityChanged(security);
    const waits = security.nextKey?.record === sent.record && security.nextKey.state === 'accepted';
    return {
      value: waits,
      changes: [
        change,
        { kind: 'save-station', station: { ...station, credential } },
        keyLine({ ...sent, at: clock.now() }, id, waits ? 'waiting' : KEY_STATES[answer]),
      ],
      told,
    };
  });
  return { kind: 'done', answer, isWaiting };
}

type Begun = { readonly kind: 'begun'; readonly earlier: NextKey | null } | { readonly kind: 'under-way' };

const KEY_STATES = {
  accepted: 'accepted',
  'after-restart': 'waiting',
  refused: 'refused',
  'no-answer': 'no-answer',
  'not-sent': 'refused',
} as const;

function keyLine({ at, by }: NextKey, stationId: StationId, keyState: string) {
  return logLine(at, 'station-key', { stationId, actor: by, facts: { keyState } });
}
