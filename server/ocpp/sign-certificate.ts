import {
  asksTooOften,
  forgettable,
  judgeRequest,
  type RequestVerdict,
} from '#core/security/judge-request.ts';
import type { StationCertificate } from '#core/security/station-certificate.ts';
import type { StationId } from '#core/shared/ids.ts';
import { newSerial } from '../security/make-certificates.ts';
import { readRequest } from '../security/read-request.ts';
import type { LiveSite } from '../site/live-site.ts';
import { logLine } from '../site/log-line.ts';
import { knownStation } from '../stations/known-station.ts';
import type { Handler, Received } from './handler.ts';

/** What was read of a request before it is its turn. */
const requests = new WeakMap<Received<'SignCertificate'>, Awaited<ReturnType<typeof readRequest>>>();

/** Security paper A02, A03. The certificate is sent after this was answered, as a call of its own. */
export const signCertificate: Handler<'SignCertificate'> = {
  fetch(live, _reads, received) {
    if (asksTooOften(earlierOf(live, received.stationId), received.receivedAt)) return null;
    return readRequest(received.request.csr).then((request) => {
      requests.set(received, request);
    });
  },

  decide(live, received) {
    const { stationId, receivedAt } = received;
    const { identity } = knownStation(live, stationId);
    const expectedName = identity.serialNumber ?? stationId;
    const earlier = earlierOf(live, stationId);
    const verdict: RequestVerdict = judgeRequest(requests.get(received) ?? null, {
      expectedName,
      organisation: live.isTestTool
        ? null
        : ([...live.authorities.values()].at(-1)?.organisation ?? live.site.name.trim()),
      earlier,
      now: receivedAt,
    });
    const line = logLine(receivedAt, 'certificate-requested', {
      stationId,
      level: verdict === 'right' ? 'info' : 'attention',
      facts: { requestState: verdict },
    });
    const told = [{ kind: 'station', stationId } as const, { kind: 'log' } as const];
    if (verdict !== 'right') return { response: { status: 'Rejected' }, changes: [line], told };
    const asked: StationCertificate = {
      serial: newSerial(),
      stationId,
      commonName: expectedName,
      request: received.request.csr,
      requestedAt: receivedAt,
      signed: null,
      life: { kind: 'requested', triedAt: null },
    };
    const replaced = earlier.filter(({ life }) => life.kind === 'requested');
    return {
      response: { status: 'Accepted' },
      changes: [
        ...[
          ...replaced.map((one) => ({ ...one, life: { kind: 'replaced', at: receivedAt } as const })),
          asked,
        ].map((certificate) => ({ kind: 'save-station-certificate' as const, certificate })),
        ...forgettable(earlier, receivedAt).map(({ serial }) => ({
          kind: 'remove-station-certificate' as const,
          serial,
        })),
        line,
      ],
      told,
    };
  },
};

function earlierOf(live: LiveSite, id: StationId): readonly StationCertificate[] {
  return [...live.stationCertificates.values()].filter(({ stationId }) => stationId === id);
}
