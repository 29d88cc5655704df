import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltProduct, buildProduct } from './built-product.ts';
import { setUpSite } from './owner.ts';
import { type ServerProcess, startProduct } from './server-process.ts';
import { adoptSecured, type StormStation, storm } from './tls-storm.ts';

const STATIONS = 200;
const ROUNDS = 3;
let folder: string;
let product: BuiltProduct;
let server: ServerProcess;
let stations: readonly StormStation[];
let target: { readonly url: string; readonly root: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ladehaus-storm-'));
  product = await buildProduct();
  server = await startProduct(product, { dataFolder: folder });
  const owner = await setUpSite(server.uiUrl);
  const ids = Array.from({ length: STATIONS }, (_, index) => `STORM-${index + 1}`);
  stations = await adoptSecured(owner, ids);
  const { tlsPort } = await owner.get<{ readonly tlsPort: number }>('authority');
  const root = await owner.download('authority/root');
  target = { url: `wss://127.0.0.1:${tlsPort}/ocpp/`, root };
});

afterAll(async () => {
  await server.stop();
  await product.remove();
  await rm(folder, { recursive: true });
});

test(`after a power cut ${STATIONS} stations over TLS are all back within ten seconds`, async () => {
  for (let round = 1; round <= ROUNDS; round += 1) {
    const { tookMs, bootP99Ms, callErrors, sockets } = await storm(stations, target);
    expect(sockets).toHaveLength(STATIONS);
    expect(callErrors).toBe(0);
    expect(tookMs).toBeLessThan(10_000);
    expect(bootP99Ms).toBeLessThan(2_000);
    for (const socket of sockets) socket.terminate();
  }
});
