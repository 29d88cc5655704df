import type { ConnectionOptions } from 'node:tls';
import { openOddLine } from './odd-line.ts';
import { charge } from './odd-session.ts';
import { type OddStage, type OddStation, USUAL_SESSION } from './odd-station.ts';

const PASSWORD = 'a-password-over-tls';

/** Odd ways to speak TLS. */
export const tlsOddities: readonly OddStation[] = [
  {
    id: 'uploaded-root',
    title: 'trusts nothing but the root certificate that was uploaded, and looks at the common name only',
    seenAt: 'Autel',
    rows: ['T7'],
    setting: { password: PASSWORD, profile: 2 },
    expects: { sessions: [USUAL_SESSION] },
    // Older stacks know no alternative names; whom they have reached the chain alone has to say.
    run: (stage) => chargeOverTls(stage, { checkServerIdentity: () => undefined }),
  },
  {
    id: 'old-suites',
    title: 'knows none of the newer cipher suites',
    seenAt: 'security paper A00.FR.317, stations of 2016',
    rows: ['T7'],
    setting: { password: PASSWORD, profile: 2 },
    expects: { sessions: [USUAL_SESSION] },
    run: (stage) => chargeOverTls(stage, { ciphers: 'AES128-GCM-SHA256', maxVersion: 'TLSv1.2' }),
  },
  {
    id: 'elliptic-only',
    title: 'reads certificates with elliptic keys only',
    seenAt: 'security paper A00.FR.317',
    rows: ['T7'],
    setting: { password: PASSWORD, profile: 2 },
    expects: { sessions: [USUAL_SESSION] },
    run: (stage) => chargeOverTls(stage, { ciphers: 'ECDHE-ECDSA-AES128-GCM-SHA256', maxVersion: 'TLSv1.2' }),
  },
];

async function chargeOverTls(stage: OddStage, tls: ConnectionOptions): Promise<void> {
  const { url, root } = await stage.tls();
  const address = url + encodeURIComponent(stage.stationId);
  const line = await openOddLine(stage, { address, tls: { ca: root, ...tls } });
  await charge(line);
  await line.close();
}
