import { WebSocket } from 'ws';
import type { Owner } from './owner.ts';

export interface StormStation {
  readonly id: string;
  readonly password: string;
}

export interface StormTarget {
  /** Up to and including `/ocpp/`. */
  readonly url: string;
  /** PEM. */
  readonly root: string;
}

export interface Storm {
  /** From the power coming back to the last answer. */
  readonly tookMs: number;
  /** From a boot being sent to its answer. */
  readonly bootP99Ms: number;
  readonly callErrors: number;
  readonly sockets: readonly WebSocket[];
}

/** Adopts stations that have to come with a password of ours over TLS (security profile 2). */
export async function adoptSecured(owner: Owner, ids: readonly string[]): Promise<readonly StormStation[]> {
  const stations: StormStation[] = [];
  for (const id of ids) {
    await owner.post('stations', { id });
    const { password } = await owner.post<{ readonly password: string }>(`stations/${id}/password`, {});
    await owner.post(`stations/${id}/security/profile`, { profile: 2 });
    stations.push({ id, password });
  }
  return stations;
}

/** The power comes back: all stations connect at once over TLS, boot, and say how they are; who is refused tries again. */
export async function storm(stations: readonly StormStation[], target: StormTarget): Promise<Storm> {
  const beganMs = performance.now();
  const bootTimes: number[] = [];
  const sockets: WebSocket[] = [];
  let callErrors = 0;
  await Promise.all(stations.map((station, number) => comeBack(station, number)));
  bootTimes.sort((a, b) => a - b);
  const bootP99Ms = bootTimes[Math.ceil(bootTimes.length * 0.99) - 1] ?? Number.NaN;
  return { tookMs: performance.now() - beganMs, bootP99Ms, callErrors, sockets };

  async function comeBack(station: StormStation, number: number): Promise<void> {
    const socket = await connected(station, number);
    sockets.push(socket);
    const sentMs = performance.now();
    await call(socket, 'BootNotification', { chargePointVendor: 'Storm', chargePointModel: 'S' });
    bootTimes.push(performance.now() - sentMs);
    for (const connectorId of [0, 1])
      await call(socket, 'StatusNotification', { connectorId, errorCode: 'NoError', status: 'Available' });
  }

  async function connected({ id, password }: StormStation, number: number): Promise<WebSocket> {
    for (let attempt = 1; ; attempt += 1) {
      const socket = new WebSocket(target.url + id, ['ocpp1.6'], {
        ca: target.root,
        perMessageDeflate: false,
        headers: { authorization: `Basic ${Buffer.from(`${id}:${password}`).toString('base64')}` },
        // Stations have addresses of their own; macOS has one loopback address only.
        ...(process.platform === 'darwin' ? {} : { localAddress: `127.0.1.${(number % 250) + 1}` }),
      });
      const problem = await new Promise<Error | null>((resolve) => {
        socket.once('open', () => resolve(null));
        socket.on('error', resolve);
      });
      if (problem === null) return socket;
      if (attempt === MOST_ATTEMPTS) throw problem;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  function call(socket: WebSocket, action: string, payload: object): Promise<void> {
    return new Promise((resolve, reject) => {
      socket.once('close', () => reject(new Error('The line was cut')));
      socket.once('message', (data) => {
        if (data.toString().startsWith('[4')) callErrors += 1;
        resolve();
      });
      socket.send(JSON.stringify([2, action, action, payload]));
    });
  }
}

const MOST_ATTEMPTS = 100;
