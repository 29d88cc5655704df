import type { Sample } from '#core/sessions/sample.ts';
import type { Session } from '#core/sessions/session.ts';
import { connectorId, transactionId } from '#core/shared/ids.ts';
import { meterKeysInTransfer, placeInTransfer, signedValuesInTransfer } from '#ocpp/v16/signed-transfer.ts';
import { keysInSamples } from '../eichrecht/keys-in-samples.ts';
import { readPublicKey } from '../eichrecht/read-public-key.ts';
import { isCommissioned, keysShown, type ShownKey } from '../eichrecht/shown-keys.ts';
import { fetchByTransaction } from '../site/fetch-session.ts';
import type { LiveSite } from '../site/live-site.ts';
import { connectorUnplugged } from './connector-unplugged.ts';
import type { Handler, Received } from './handler.ts';

/**
 * OCPP 1.6 §4.3. Of vendors' extensions we know what meters have signed, their keys, and that a connector was unplugged; the
 * message itself is kept in the journal, whatever it says.
 */
export const dataTransfer: Handler<'DataTransfer'> = {
  fetch(live, reads, { request }) {
    const { transactionId: number } = placeInTransfer(request);
    return number === null ? null : fetchByTransaction(live, reads, transactionId(number));
  },

  decide(live, received) {
    const { stationId, request, receivedAt } = received;
    const unplugged = connectorUnplugged(live, received);
    if (unplugged !== null) return unplugged;
    const signedData = signedValuesInTransfer(request);
    const told = keysTold(live, received);
    if (signedData.length === 0 && told.length === 0)
      return { response: { status: 'UnknownVendorId' }, changes: [], told: [] };
    const session = sessionOf(live, received);
    const samples = signedData.length === 0 ? [] : [sampleOf(received, session, signedData)];
    const keys = keysShown(live, stationId, [...told, ...keysInSamples(samples, { session, receivedAt })]);
    return {
      response: { status: 'Accepted' },
      changes: [
        ...(samples.length === 0 ? [] : [{ kind: 'add-samples' as const, samples }]),
        ...keys.changes,
      ],
      told: [
        ...(session === null ? [] : [{ kind: 'session' as const, sessionId: session.id, stationId }]),
        ...keys.told,
      ],
    };
  },
};

/**
 * The session that a vendor's message is about: the one it names, else the one at the connector it names, else the only one
 * there can be. A transaction of another station belongs to nobody here.
 */
function sessionOf({ sessions }: LiveSite, { stationId, request }: Received<'DataTransfer'>): Session | null {
  const place = placeInTransfer(request);
  if (place.transactionId !== null) {
    const named = sessions.byTransaction(transactionId(place.transactionId));
    return named?.stationId === stationId ? named : null;
  }
  if (place.connectorId !== null) {
    const at = connectorId(place.connectorId);
    return sessions.openAt(stationId, at) ?? sessions.lastEndedAt(stationId, at);
  }
  const running = sessions.open().filter((session) => session.stationId === stationId);
  const candidates = running.length > 0 ? running : sessions.lastEndedOf(stationId);
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

/** Kept like what came with meter values, so that it is found with the session. */
function sampleOf(
  { stationId, request, receivedAt }: Received<'DataTransfer'>,
  session: Session | null,
  signedData: readonly string[],
): Sample {
  return {
    stationId,
    connectorId: session?.connectorId ?? connectorId(placeInTransfer(request).connectorId ?? 0),
    sessionId: session?.id ?? null,
    at: receivedAt,
    receivedAt,
    register: null,
    power: null,
    current: null,
    stateOfCharge: null,
    context: 'Other',
    other: JSON.stringify({ values: [], signedData }),
  };
}

function keysTold(
  live: LiveSite,
  { stationId, request, receivedAt }: Received<'DataTransfer'>,
): readonly ShownKey[] {
  const source = isCommissioned(live, stationId) ? 'commissioning' : 'configuration';
  return meterKeysInTransfer(request).flatMap(({ connectorId: number, publicKey }) => {
    const key = readPublicKey(publicKey, null);
    return key === null ? [] : [{ connectorId: connectorId(number), key, source, at: receivedAt } as const];
  });
}
