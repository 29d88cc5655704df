import { encodeResponse } from '#ocpp/encode-response.ts';
import type { IncomingAction } from '#ocpp/v16/actions.ts';
import type { LiveSite } from '../site/live-site.ts';
import type { Decided } from '../site/site-desk.ts';
import type { Received } from './handler.ts';
import { keepStray } from './keep-stray.ts';

/** Messages that a station sends again and again, over every restart, until they are answered. */
type PersistentAction = 'StartTransaction' | 'StopTransaction' | 'MeterValues';

interface PersistentCall {
  readonly action: PersistentAction;
  readonly messageId: string;
}

export function isPersistent(action: IncomingAction): action is PersistentAction {
  return action === 'StartTransaction' || action === 'StopTransaction' || action === 'MeterValues';
}

/**
 * Keeps a message that we fail on, whole, for a person to look at, and answers it: it would fail again the next
 * time, and nothing that waits behind it in the station would ever arrive.
 */
export function setAside(
  live: LiveSite,
  call: PersistentCall,
  received: Pick<Received<IncomingAction>, 'stationId' | 'receivedAt' | 'raw'>,
): Decided<string> {
  const { stationId, receivedAt, raw } = received;
  const answer = answerTo(live, call);
  const { changes, told } = keepStray(live, received, {
    kind: 'unreadable',
    transactionId: null,
    idTag: null,
    connectorId: null,
  });
  return {
    value: answer,
    changes: [
      ...changes,
      { kind: 'journal', frame: { stationId, at: receivedAt, direction: 'in', text: raw, answer } },
    ],
    told,
  };
}

/** Asks nothing of the site but a number: whatever failed the first time must not fail again. */
function answerTo(live: LiveSite, { action, messageId }: PersistentCall): string {
  if (action !== 'StartTransaction') return encodeResponse(action, messageId, {});
  return encodeResponse(action, messageId, {
    transactionId: live.nextId('transaction'),
    // Nobody charges in a session that we do not have.
    idTagInfo: { status: 'Invalid' },
  });
}
