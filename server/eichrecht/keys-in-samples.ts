import type { Sample } from '#core/sessions/sample.ts';
import type { Session } from '#core/sessions/session.ts';
import type { ConnectorId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import type { ShownKey } from './shown-keys.ts';
import { claimedKeys } from './signed-session.ts';
import { signedRecordsIn } from './signed-values-kept.ts';

/**
 * The keys that came along with signed values. They count for the moment at which their session began: a station that was
 * off the line tells of sessions of a meter that has been exchanged since.
 */
export function keysInSamples(
  samples: readonly Sample[],
  { session, receivedAt }: { readonly session: Session | null; readonly receivedAt: Instant },
): readonly ShownKey[] {
  const connectorId: ConnectorId | undefined = session?.connectorId ?? samples[0]?.connectorId;
  if (connectorId === undefined) return [];
  const at = session?.start.at ?? receivedAt;
  return claimedKeys(signedRecordsIn(samples)).map((key) => ({ connectorId, key, source: 'record', at }));
}
