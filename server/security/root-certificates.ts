import type { StationId } from '#core/shared/ids.ts';
import { askStation } from '../stations/ask-station.ts';
import type { SecurityTools } from './security-tools.ts';

const OURS = 'CentralSystemRootCertificate';

/**
 * Sees to it that a station has our root, or it could not tell us from an impostor. One that has it is not given it twice; one
 * that does not know the messages may have it by hand, and will say so when it is asked for the profile.
 */
export async function installOwnRoot(tools: SecurityTools, id: StationId): Promise<string> {
  const ask = askStation(tools);
  const { certificate, serial } = await tools.authority.authority();
  const listed = await ask(id, 'GetInstalledCertificateIds', { certificateType: OURS });
  if (listed.kind === 'no-answer' || listed.kind === 'not-connected') return listed.kind;
  if (
    listed.kind === 'answered' &&
    listed.response.certificateHashData?.some(({ serialNumber }) => isSameSerial(serialNumber, serial))
  )
    return 'ready';
  const installed = await ask(id, 'InstallCertificate', { certificateType: OURS, certificate });
  switch (installed.kind) {
    case 'answered':
      return installed.response.status === 'Accepted' ? 'ready' : installed.response.status;
    case 'error':
      return UNKNOWN_MESSAGE.has(installed.code) ? 'ready' : installed.code;
    case 'invalid-answer':
      return installed.problem;
    case 'no-answer':
    case 'not-connected':
      return installed.kind;
  }
}

/** Whether a station could no longer tell us from an impostor without the root of this serial number. */
export async function needsRoot(tools: SecurityTools, id: StationId, serial: string): Promise<boolean> {
  const { transport, upgrade } = tools.desk.live.securityOf(id);
  const comesEncrypted = transport !== 'plain' || (upgrade !== null && upgrade.to >= 2);
  return comesEncrypted && isSameSerial(serial, (await tools.authority.authority()).serial);
}

const UNKNOWN_MESSAGE: ReadonlySet<string> = new Set(['NotImplemented', 'NotSupported']);

/** Stations write serial numbers in capitals or not, with leading zeros or not. */
function isSameSerial(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(serial: string): string {
  return serial.toLowerCase().replace(/^(0x)?0*/, '');
}
