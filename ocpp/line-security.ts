import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';

/** How the line of a station is secured. */
export type LineSecurity =
  | { readonly kind: 'plain' }
  | {
      readonly kind: 'tls';
      /** As TLS names itself, such as `TLSv1.2`. */
      readonly version: string;
      readonly cipher: string;
      /** DER of the certificate the station has shown; that it holds the key is proven, all else is still to be judged. */
      readonly certificate: Buffer | null;
    };

export function lineSecurityOf(socket: Duplex): LineSecurity {
  if (!(socket instanceof TLSSocket)) return { kind: 'plain' };
  return {
    kind: 'tls',
    version: socket.getProtocol() ?? '',
    cipher: socket.getCipher().standardName,
    certificate: socket.getPeerX509Certificate()?.raw ?? null,
  };
}
