import { connect } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stationId } from '#core/shared/ids.ts';
import { DAY, type Instant, instant, later } from '#core/shared/units.ts';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
import { connectStation } from '../testing/test-station.ts';
import { openTlsSite, type TlsSite } from '../testing/tls-site.ts';

/**
 * Security paper A00: what each profile makes of whatever may come to the door. The first four come over the transport of the
 * profile, those with certificates over TLS and without a password, as stations of profile 3 do.
 */
const MATRIX: Readonly<Record<string, readonly [string, string, string, string]>> = {
  none: ['in', 'missing-password', 'missing-password', 'missing-certificate'],
  // Who is open proves nothing by a name or a password either.
  'wrong id': ['in', 'wrong-password', 'wrong-password', 'missing-certificate'],
  'wrong password': ['in', 'wrong-password', 'wrong-password', 'missing-certificate'],
  'right password': ['in', 'in', 'in', 'missing-certificate'],
  'expired certificate': ['other-profile', 'other-profile', 'missing-password', 'expired-certificate'],
  'certificate of a foreign authority': [
    'other-profile',
    'other-profile',
    'missing-password',
    'foreign-certificate',
  ],
  'wrong common name': ['other-profile', 'other-profile', 'missing-password', 'certificate-of-other-station'],
  'wrong organisation': ['other-profile', 'other-profile', 'missing-password', 'certificate-of-other-site'],
  'right certificate': ['other-profile', 'other-profile', 'missing-password', 'in'],
  'TLS 1.1': ['tls-too-old', 'tls-too-old', 'tls-too-old', 'tls-too-old'],
};

const PASSWORD = 'the-right-password';
let site: TestSite;
let tls: TlsSite;
let identities: Readonly<Record<string, ConnectionOptions>>;

beforeAll(async () => {
  site = await startSite();
  tls = await openTlsSite(site);
  identities = await makeIdentities();
});

afterAll(() => site.stop());

const cells = Object.entries(MATRIX).flatMap(([what, row]) =>
  row.map((expected, profile) => ({ what, profile, expected })),
);

test('the matrix has forty cells', () => expect(cells).toHaveLength(40));

test.each(cells)('$what at profile $profile: $expected', async ({ what, profile, expected }) => {
  const id = `${what} ${profile}`;
  await site.adopt(id, profile === 1 || profile === 2 ? { password: PASSWORD } : {});
  if (profile === 3) await tls.certified(await site.station(id));
  if (profile > 1) await tls.require(id, profile);
  const seen = await come(what, profile, id);
  expect(seen).toBe(expected === 'in' ? 'in' : 'out');
  if (expected !== 'in') expect(await eventually(() => refusalOf(id, expected))).toBe(expected);
});

async function come(what: string, profile: number, id: string): Promise<'in' | 'out'> {
  if (what === 'TLS 1.1') return helloOfTls11(tls.port);
  const certificate = identities[what];
  const overTls = certificate !== undefined || profile > 1;
  const passwords: Readonly<Record<string, string>> = {
    'wrong password': 'another-password',
    'right password': PASSWORD,
    'wrong id': PASSWORD,
  };
  const password = passwords[what];
  try {
    const station = await connectStation(overTls ? tls.url : site.server.ocppUrl, id, {
      ...(password === undefined ? {} : { password }),
      ...(what === 'wrong id' ? { username: 'SOMEBODY' } : {}),
      tls: { ca: tls.root, ...certificate },
    });
    await station.ok('Heartbeat', {});
    await station.hangUp();
    return 'in';
  } catch {
    return 'out';
  }
}

/** The entry that the logbook keeps of a refusal. One without a station cannot name it. */
async function refusalOf(id: string, expected: string): Promise<string | null> {
  const about = expected === 'tls-too-old' ? '' : `?stationId=${encodeURIComponent(id)}`;
  const { items } = (await site.api.get(`/logbook${about}`)).json;
  const entry = items.find(
    ({ kind, facts }: { kind: string; facts: { reason: string } }) =>
      kind === 'connection-refused' && facts.reason === expected,
  );
  return entry?.facts.reason ?? null;
}

async function makeIdentities(): Promise<Readonly<Record<string, ConnectionOptions>>> {
  const now = instant(Date.now());
  const foreign = await startSite();
  const other = await openTlsSite(foreign);
  const made = {
    'expired certificate': await everyStation('expired certificate', later(now, -800 * DAY)),
    'certificate of a foreign authority': await other.identityOf('foreign', {
      organisation: 'Werk Süd',
      now,
    }),
    'wrong common name': await tls.identityOf('ANOTHER', { organisation: 'Werk Süd', now }),
    'wrong organisation': await tls.identityOf('wrong organisation 3', { organisation: 'Werk Nord', now }),
    'right certificate': await everyStation('right certificate', now),
  };
  await foreign.stop();
  return made;
}

function everyStation(what: string, now: Instant): Promise<ConnectionOptions> {
  return tls.identityOf(stationId(`${what} 3`), { organisation: 'Werk Süd', now });
}

/** Node speaks no TLS 1.1 any more: the first record of a client that knows nothing newer (RFC 4346 §7.4.1.2). */
function helloOfTls11(port: number): Promise<'in' | 'out'> {
  const suites = Buffer.from([0xc0, 0x13, 0xc0, 0x14, 0x00, 0x2f, 0x00, 0x35]);
  const body = Buffer.concat([
    Buffer.from([0x03, 0x02]),
    Buffer.alloc(32, 7),
    Buffer.from([0]),
    Buffer.from([0, suites.length]),
    suites,
    Buffer.from([1, 0]),
  ]);
  const handshake = Buffer.concat([Buffer.from([1, 0, 0, body.length]), body]);
  const record = Buffer.concat([Buffer.from([0x16, 0x03, 0x01, 0, handshake.length]), handshake]);
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(record));
    // Record type 22 would be our hello; 21 is an alert.
    socket.on('data', (data) => resolve(data[0] === 0x16 ? 'in' : 'out'));
    socket.on('error', () => resolve('out'));
    socket.on('close', () => resolve('out'));
  });
}
