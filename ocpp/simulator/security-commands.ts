import type { CommandHandlers, StationParts } from './command-handlers.ts';
import { triggered } from './feature-commands.ts';

type SecurityCommands = Pick<
  CommandHandlers,
  | 'CertificateSigned'
  | 'DeleteCertificate'
  | 'ExtendedTriggerMessage'
  | 'GetInstalledCertificateIds'
  | 'GetLog'
  | 'InstallCertificate'
  | 'SignedUpdateFirmware'
>;

/** Commands of the security paper. */
export function securityCommands(parts: StationParts): SecurityCommands {
  const { certificates } = parts;
  return {
    CertificateSigned({ certificateChain }) {
      if (!certificates.takeSigned(certificateChain)) return { response: { status: 'Rejected' } };
      return {
        response: { status: 'Accepted' },
        after: () => {
          if (parts.security.level === 3) parts.reconnect();
        },
      };
    },

    DeleteCertificate: (request) => ({ response: certificates.delete(request) }),
    ExtendedTriggerMessage: ({ requestedMessage, connectorId }) =>
      triggered(parts, requestedMessage, connectorId),
    GetInstalledCertificateIds: (request) => ({ response: certificates.list(request) }),
    GetLog: (request) => parts.uploads.log(request),
    InstallCertificate: (request) => ({ response: certificates.install(request) }),
    SignedUpdateFirmware: (request) => parts.firmware.signedUpdate(request),
  };
}
