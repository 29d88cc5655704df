import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Spread } from '../figures.ts';
import { createLatencies } from '../load/latencies.ts';
import { seededCard } from '../seed-access.ts';
import { spreadOf } from './access-decision.ts';

/** How long a station waits for the answer to Authorize: one after the other, as somebody who stands there. */
export async function measureAuthorize(
  port: number,
  facts: { readonly station: string; readonly holders: number; readonly requests: number },
): Promise<Spread> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ocpp/${facts.station}`, ['ocpp1.6'], {
    perMessageDeflate: false,
  });
  await once(socket, 'open');
  const latencies = createLatencies();
  for (let number = 0; number < facts.requests; number += 1) {
    const idTag = seededCard(1 + ((number * 7_919) % facts.holders));
    const began = performance.now();
    socket.send(JSON.stringify([2, `a-${number}`, 'Authorize', { idTag }]));
    await once(socket, 'message');
    latencies.add(performance.now() - began);
  }
  socket.terminate();
  return spreadOf(latencies);
}
