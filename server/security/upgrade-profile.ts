import { profileOf, type SecurityProfile } from '#core/security/profile.ts';
import { settleUpgrade, type WishAnswer } from '#core/security/settle-wish.ts';
import type { ProfileUpgrade, StationSecurity } from '#core/security/station-security.ts';
import type { StationId } from '#core/shared/ids.ts';
import { logLine } from '../site/log-line.ts';
import { askStation } from '../stations/ask-station.ts';
import { knownStation } from '../stations/known-station.ts';
import { profileObstacle } from './profile-obstacle.ts';
import { installOwnRoot } from './root-certificates.ts';
import { rotateKey } from './rotate-key.ts';
import { type SecurityTools, securityChanged } from './security-tools.ts';
import { wishAnswerOf } from './wish-answer.ts';

export type UpgradeOutcome =
  | { readonly kind: 'asked'; readonly answer: WishAnswer }
  | { readonly kind: 'not-higher' | 'no-tls-port' | 'needs-certificate' | 'key-under-way' }
  /** The station may still come with another higher profile: a third one would lose it. */
  | { readonly kind: 'under-way' }
  /** What has to be there first was refused by the station. */
  | { readonly kind: 'not-prepared'; readonly step: 'key' | 'root'; readonly answer: string };

interface UpgradeWish {
  readonly to: SecurityProfile;
  readonly by: string;
}

/**
 * Has a station take a higher profile (security paper A05): first what that needs (a key, our root), then the profile itself,
 * then a restart. The profile it has is accepted until it has come with the new one; lowering is never asked for over OCPP.
 */
export async function upgradeProfile(
  tools: SecurityTools,
  id: StationId,
  wish: UpgradeWish,
): Promise<UpgradeOutcome> {
  const obstacle = obstacleTo(tools, id, wish.to);
  if (obstacle !== null) return { kind: obstacle };
  const unprepared = await prepare(tools, id, wish);
  if (unprepared !== null) return unprepared;

  const { desk, clock } = tools;
  const asked: ProfileUpgrade = { ...wish, state: 'asked', at: clock.now() };
  const begun = await desk.decide<Begun>((live) => {
    const security = live.securityOf(id);
    if (isOnItsWayElsewhere(security, wish.to)) return { value: { kind: 'under-way' }, changes: [] };
    if (needsKey(wish.to) && !hasKey(tools, id)) return { value: { kind: 'key-under-way' }, changes: [] };
    const { change, told } = securityChanged({ ...security, upgrade: asked });
    const value: Begun = { kind: 'begun', earlier: security.upgrade };
    return { value, changes: [change, profileLine(asked, id, 'asked')], told };
  });
  if (begun.kind !== 'begun') return begun;
  const { earlier } = begun;
  const ask = askStation(tools);
  const value = String(wish.to);
  const answer = wishAnswerOf(await ask(id, 'ChangeConfiguration', { key: 'SecurityProfile', value }));
  await desk.decide((live) => {
    const { change, told } = securityChanged(settleUpgrade(live.securityOf(id), asked, { answer, earlier }));
    return { value: undefined, changes: [change, profileLine(asked, id, STATES[answer])], told };
  });
  if (answer === 'accepted' || answer === 'after-restart') await ask(id, 'Reset', { type: 'Hard' });
  return { kind: 'asked', answer };
}

const STATES = {
  accepted: 'accepted',
  'after-restart': 'accepted',
  refused: 'refused',
  'no-answer': 'no-answer',
  'not-sent': 'refused',
} as const;

type Begun =
  | { readonly kind: 'begun'; readonly earlier: ProfileUpgrade | null }
  | { readonly kind: 'under-way' | 'key-under-way' };

function obstacleTo(tools: SecurityTools, id: StationId, to: SecurityProfile) {
  const { live } = tools.desk;
  if (to <= profileOf(live.securityOf(id).transport, knownStation(live, id).credential)) return 'not-higher';
  if (isOnItsWayElsewhere(live.securityOf(id), to)) return 'under-way';
  return profileObstacle(tools, id, to);
}

function isOnItsWayElsewhere({ upgrade }: StationSecurity, to: SecurityProfile): boolean {
  return upgrade !== null && upgrade.to !== to;
}

function needsKey(to: SecurityProfile): boolean {
  return to < 3;
}

/** Only one that the station has said yes to: with one that may never have arrived it could not come. */
function hasKey({ desk: { live } }: SecurityTools, id: StationId): boolean {
  return (
    knownStation(live, id).credential.kind === 'password' || live.securityOf(id).nextKey?.state === 'accepted'
  );
}

async function prepare(
  tools: SecurityTools,
  id: StationId,
  { to, by }: UpgradeWish,
): Promise<UpgradeOutcome | null> {
  if (needsKey(to) && !hasKey(tools, id)) {
    const outcome = await rotateKey(tools, id, by);
    if (outcome.kind === 'under-way') return { kind: 'key-under-way' };
    if (!outcome.isWaiting) return { kind: 'not-prepared', step: 'key', answer: outcome.answer };
  }
  // A conformance tool brings its root along and wants to hear what was ordered and nothing before.
  if (to < 2 || tools.isTestTool()) return null;
  const answer = await installOwnRoot(tools, id);
  return answer === 'ready' ? null : { kind: 'not-prepared', step: 'root', answer };
}

function profileLine({ to, at, by }: ProfileUpgrade, stationId: StationId, securityState: string) {
  return logLine(at, 'security-profile', { stationId, actor: by, facts: { profile: to, securityState } });
}
