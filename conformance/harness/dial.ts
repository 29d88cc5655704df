import { WebSocket } from 'ws';

/** How a charge point calls. */
export interface Dialling {
  readonly protocols?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Basic credentials; the user is the charge point's identity unless said otherwise. */
  readonly password?: string | Buffer;
  readonly user?: string;
  /** PEM texts, for the addresses that begin with `wss:`. */
  readonly tls?: { readonly ca: string; readonly cert?: string; readonly key?: string };
}

export type Dialled =
  | { readonly kind: 'open'; readonly socket: WebSocket; readonly early: readonly string[] }
  /** The answer was no upgrade. */
  | { readonly kind: 'refused'; readonly status: number }
  /** The line broke before there was an answer, as when TLS does not come about. */
  | { readonly kind: 'broken'; readonly problem: string };

export function basicHeader(user: string, password: string | Buffer): string {
  const bytes = Buffer.concat([Buffer.from(`${user}:`), Buffer.from(password)]);
  return `Basic ${bytes.toString('base64')}`;
}

/** Calls `url` as the charge point `id`. Never rejects: being turned away is what many cases ask for. */
export function dial(url: string, id: string, how: Dialling = {}): Promise<Dialled> {
  const { protocols = ['ocpp1.6'], password, user = id, tls } = how;
  const authorization = password === undefined ? {} : { authorization: basicHeader(user, password) };
  const socket = new WebSocket(url, [...protocols], {
    headers: { ...authorization, ...how.headers },
    perMessageDeflate: false,
    handshakeTimeout: 10_000,
    ...(tls === undefined ? {} : { ...tls, checkServerIdentity: () => undefined }),
  });
  // What comes together with the upgrade would be missed by whoever listens a moment later.
  const early: string[] = [];
  socket.on('message', (data) => early.push(data.toString()));
  return new Promise((resolve) => {
    socket.once('open', () => resolve({ kind: 'open', socket, early }));
    socket.once('unexpected-response', (_request, response) => {
      response.resume();
      socket.terminate();
      resolve({ kind: 'refused', status: response.statusCode ?? 0 });
    });
    socket.on('error', (error) => resolve({ kind: 'broken', problem: error.message }));
  });
}
