import type { SignedCertificate, StationCertificate } from '#core/security/station-certificate.ts';
import type { StationId } from '#core/shared/ids.ts';
import { DAY, type Instant, MINUTE } from '#core/shared/units.ts';
import { logLine } from '../site/log-line.ts';
import { type Asked, askStation } from '../stations/ask-station.ts';
import { readShownCertificate } from './read-certificate.ts';
import { type SecurityTools, securityChanged } from './security-tools.ts';
import { isUnclearError } from './wish-answer.ts';

/** So long before its end a certificate is renewed, and so often the station is asked again. */
const RENEWED_BEFORE = 60 * DAY;
const ASKED_AGAIN_AFTER = DAY;
const ASKED_AT_ONCE = 8;
/** When a station has not said whether it has its certificate. */
const SENT_AGAIN_AFTER = 10 * MINUTE;

/** Signs what stations have asked for and sends it, after their request was answered. One that is away gets it when it is back. */
export async function deliverCertificates(tools: SecurityTools): Promise<void> {
  const { desk, clock, stations } = tools;
  const due = [...desk.live.stationCertificates.values()].filter(({ stationId, life }) => {
    if (life.kind !== 'requested' || stations.line(stationId) === undefined) return false;
    return life.triedAt === null || clock.now() - life.triedAt >= SENT_AGAIN_AFTER;
  });
  await Promise.all(due.map((one) => deliver(tools, one)));
}

async function deliver(tools: SecurityTools, one: StationCertificate): Promise<void> {
  const signed = one.signed ?? (await sign(tools, one));
  if (signed === null) return;
  // Kept before it is sent: none is in the world that could not be revoked.
  await save(tools, one.serial, {
    change: (now) => ({ signed, life: { kind: 'requested', triedAt: now } }),
  });
  const wish = { certificateChain: signed.certificate };
  await keepAnswer(tools, one, await askStation(tools)(one.stationId, 'CertificateSigned', wish));
}

/** Null when our keys cannot be read; then it is tried again later. */
async function sign(tools: SecurityTools, one: StationCertificate): Promise<SignedCertificate | null> {
  try {
    return await tools.authority.sign(one);
  } catch (error) {
    tools.log.error({ err: error, stationId: one.stationId }, 'certificate not signed');
    await save(tools, one.serial, { change: (now) => ({ life: { kind: 'requested', triedAt: now } }) });
    return null;
  }
}

async function keepAnswer(
  tools: SecurityTools,
  { serial }: StationCertificate,
  asked: Asked<'CertificateSigned'>,
): Promise<void> {
  if (asked.kind === 'answered' && asked.response.status === 'Accepted')
    return save(tools, serial, {
      change: (now) => ({ life: { kind: 'installed', at: now } }),
      line: 'certificate-installed',
    });
  const answer = refusalIn(asked);
  if (answer === null) return;
  await save(tools, serial, {
    change: (now) => ({ life: { kind: 'refused', at: now, answer } }),
    line: 'certificate-refused',
  });
}

/** Null for what is no clear no: the station may have installed it all the same. */
function refusalIn(asked: Asked<'CertificateSigned'>): string | null {
  if (asked.kind === 'answered') return asked.response.status;
  return asked.kind === 'error' && !isUnclearError(asked.code) ? asked.code : null;
}

/** Has a station make a new key and ask for its certificate (A02); `by` names the person who wants it. */
export async function askForCertificate(
  tools: SecurityTools,
  id: StationId,
  by?: string,
): Promise<Asked<'ExtendedTriggerMessage'>> {
  const { organisation } = await tools.authority.authority();
  await tools.desk.decide((live) => {
    const { change } = securityChanged({ ...live.securityOf(id), certificateAskedAt: tools.clock.now() });
    if (by === undefined) return { value: undefined, changes: [change] };
    const line = logLine(tools.clock.now(), 'certificate-asked', { stationId: id, actor: by });
    return { value: undefined, changes: [change, line], told: [{ kind: 'log' }] };
  });
  const ask = askStation(tools);
  // Its request must name us, and not every station lets itself be told: what it names is looked at later.
  // A conformance tool wants to hear what was ordered and nothing before.
  if (!tools.isTestTool()) await ask(id, 'ChangeConfiguration', { key: 'CpoName', value: organisation });
  return ask(id, 'ExtendedTriggerMessage', { requestedMessage: 'SignChargePointCertificate' });
}

/** Asks every connected station whose certificate comes to its end for a new request. */
export async function renewStationCertificates(tools: SecurityTools): Promise<void> {
  if (tools.isTestTool()) return;
  const { desk, clock, stations } = tools;
  const now = clock.now();
  const newest = new Map<StationId, StationCertificate>();
  for (const one of desk.live.stationCertificates.values())
    if (one.life.kind === 'installed') newest.set(one.stationId, one);
  const due = [...newest.values()].filter(({ stationId, signed }) => {
    if (signed === null || now < signed.notAfter - RENEWED_BEFORE) return false;
    if (stations.line(stationId) === undefined) return false;
    const { certificateAskedAt } = desk.live.securityOf(stationId);
    return certificateAskedAt === null || now - certificateAskedAt >= ASKED_AGAIN_AFTER;
  });
  // One queue for all: who keeps silent holds up only one of those who empty it.
  const queue = due.values();
  const askNext = async () => {
    for (const { stationId } of queue) await askForCertificate(tools, stationId);
  };
  await Promise.all(Array.from({ length: ASKED_AT_ONCE }, askNext));
}

/**
 * The station has shown it, so it has it, whatever it said when it was sent. Nothing is stored for one that is known to be
 * installed.
 */
export async function certificateShown(
  tools: Pick<SecurityTools, 'desk' | 'clock'>,
  serial: string,
): Promise<void> {
  const kind = tools.desk.live.stationCertificates.get(serial)?.life.kind;
  if (kind === undefined || kind === 'installed') return;
  await save(tools, serial, {
    change: (now) => ({ life: { kind: 'installed', at: now } }),
    line: 'certificate-installed',
  });
}

/** From now on nobody gets in with it; who is in with it is cut off. False when there is no such certificate. */
export async function revokeCertificate(tools: SecurityTools, serial: string, by: string): Promise<boolean> {
  const known = tools.desk.live.stationCertificates.get(serial);
  if (known === undefined) return false;
  if (known.life.kind === 'revoked') return true;
  await save(tools, serial, {
    change: (now) => ({ life: { kind: 'revoked', at: now, by } }),
    line: 'certificate-revoked',
    by,
  });
  const connection = tools.stations.line(known.stationId)?.connection;
  if (connection?.security.kind !== 'tls' || connection.security.certificate === null) return true;
  if (readShownCertificate(connection.security.certificate, [])?.serial === serial)
    connection.close(1008, 'certificate revoked');
  return true;
}

interface Save {
  change(now: Instant): Partial<StationCertificate>;
  readonly line?: 'certificate-installed' | 'certificate-refused' | 'certificate-revoked';
  readonly by?: string;
}

/** What a person has revoked meanwhile stays revoked. */
function save(
  { desk, clock }: Pick<SecurityTools, 'desk' | 'clock'>,
  serial: string,
  { change, line, by = '' }: Save,
): Promise<void> {
  return desk.decide((live) => {
    const known = live.stationCertificates.get(serial);
    if (known === undefined || known.life.kind === 'revoked') return { value: undefined, changes: [] };
    const { stationId } = known;
    const now = clock.now();
    const said = line && logLine(now, line, { stationId, actor: by === '' ? null : by, facts: { serial } });
    return {
      value: undefined,
      changes: [
        { kind: 'save-station-certificate', certificate: { ...known, ...change(now) } },
        ...(said === undefined ? [] : [said]),
      ],
      told: [{ kind: 'station', stationId }, { kind: 'log' }],
    };
  });
}
