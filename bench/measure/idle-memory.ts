import type { Socket } from 'node:net';
import type { Target } from '../child.ts';
import type { IdleMemory } from '../figures.ts';
import { openSocket } from '../load/open-socket.ts';

const SETTLING_MS = 2_000;

/** What connections cost that say nothing. */
export async function measureIdleMemory(target: Target, stations: readonly string[]): Promise<IdleMemory> {
  const before = await residentBytes(target);
  const sockets: Socket[] = [];
  for (const id of stations) sockets.push(await openSocket(target.port, id));
  const after = await residentBytes(target);
  for (const socket of sockets) socket.removeAllListeners('close').destroy();
  return {
    withoutConnectionsMegabytes: before / 1e6,
    withConnectionsMegabytes: after / 1e6,
    connections: stations.length,
    kilobytesPerConnection: (after - before) / 1e3 / stations.length,
  };
}

async function residentBytes(target: Target): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, SETTLING_MS));
  return (await target.vitals()).residentBytes;
}
