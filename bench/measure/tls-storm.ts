import { adoptSecured, storm } from '#server/safety/tls-storm.ts';
import type { TlsStorm } from '../figures.ts';
import type { Site } from '../site.ts';
import { median } from './median.ts';

const STATIONS = 200;
const SETTLING_MS = 2_000;

/** All stations come back at once over TLS, and stay connected: how long that takes, and what they cost. */
export async function measureTlsStorm({ owner, target }: Site, rounds: number): Promise<TlsStorm> {
  const ids = Array.from({ length: STATIONS }, (_, index) => `STORM-${index + 1}`);
  const stations = await adoptSecured(owner, ids);
  const { tlsPort } = await owner.get<{ readonly tlsPort: number }>('authority');
  const root = await owner.download('authority/root');
  const port = { url: `wss://127.0.0.1:${tlsPort}/ocpp/`, root };
  // The keys of the server are made when the first station knocks.
  for (const socket of (await storm(stations.slice(0, 1), port)).sockets) socket.terminate();

  const before = await residentBytes();
  const times: number[] = [];
  const boots: number[] = [];
  let after = before;
  for (let round = 0; round < rounds; round += 1) {
    const { tookMs, bootP99Ms, sockets } = await storm(stations, port);
    times.push(tookMs);
    boots.push(bootP99Ms);
    after = await residentBytes();
    for (const socket of sockets) socket.terminate();
  }
  return {
    stations: STATIONS,
    tookMs: median(times),
    bootP99Ms: median(boots),
    kilobytesPerConnection: (after - before) / 1e3 / STATIONS,
  };

  async function residentBytes(): Promise<number> {
    await new Promise((resolve) => setTimeout(resolve, SETTLING_MS));
    return (await target.vitals()).residentBytes;
  }
}
