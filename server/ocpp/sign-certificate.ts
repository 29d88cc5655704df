import { judgeRequest, type RequestVerdict } from '#core/security/judge-request.ts';
import type { StationCertificate } from '#core/security/station-certificate.ts';
import { newSerial } from '../security/make-certificates.ts';
import { readRequest } from '../security/read-request.ts';
import { logLine } from '../site/log-line.ts';
import { knownStation } from '../stations/known-station.ts';
import type { Handler, Received } from './handler.ts';

/** What was read of a request before it is its turn. */
const requests = new WeakMap<Received<'SignCertificate'>, Awaited<ReturnType<typeof readRequest>>>();

/** Security paper A02, A03. The certificate is sent after this was answered, as a call of its own. */
export const signCertificate: Handler<'SignCertificate'> = {
  async fetch(_live, _reads, received) {
    requests.set(received, await readRequest(received.request.csr));
  },

  decide(live, received) {
    const { stationId, receivedAt } = received;
    const { identity } = knownStation(live, stationId);
    const expectedName = identity.serialNumber ?? stationId;
    const earlier = [...live.stationCertificates.values()].filter((one) => one.stationId === stationId);
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
        line,
      ],
      told,
    };
  },
};
