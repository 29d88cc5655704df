import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BuiltProduct, buildProduct } from '#server/safety/built-product.ts';
import type { Scale } from './arguments.ts';
import { startPeer, type Target } from './child.ts';
import type { Figures } from './figures.ts';
import { measureAccessSite } from './measure/access-site.ts';
import { measureIdleMemory } from './measure/idle-memory.ts';
import { measureLargeSite } from './measure/large-site.ts';
import { measurePace } from './measure/pace.ts';
import { measurePricing } from './measure/pricing.ts';
import { measureEmptyStart } from './measure/start-up.ts';
import { measureTariffSite } from './measure/tariff-site.ts';
import { measureThroughput } from './measure/throughput.ts';
import { measureTlsStorm } from './measure/tls-storm.ts';
import { startSite } from './site.ts';

const STATIONS = 1_000;

/** Takes all measurements, one after the other. `say` is told how far it has come. */
export async function measureAll(scale: Scale, say: (line: string) => void): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'ladehaus-bench-'));
  const product = await buildProduct();
  try {
    const emptyStartMs = await measureEmptyStart(product, join(folder, 'empty'), scale.starts);
    say(`start with an empty database: ${emptyStartMs.toFixed(0)} ms`);
    const pricing = measurePricing(scale.rounds);
    say(`${pricing.sessions} sessions priced: ${pricing.totals.ms.toFixed(0)} ms`);
    const tlsStorm = await measureOverTls(product, join(folder, 'tls'), { scale, say });
    const underLoad = await measureUnderLoad(product, join(folder, 'load'), { scale, say });
    await rm(join(folder, 'load'), { recursive: true });
    const access = await measureAccessSite(product, join(folder, 'access'), { scale, say });
    const tariffSite = await measureTariffSite(product, join(folder, 'tariffs'), { scale, say });
    const largeSite = await measureLargeSite(product, join(folder, 'large'), { scale, say });
    return {
      at: new Date().toISOString(),
      machine: { cores: cpus().length, model: cpus()[0]?.model ?? 'unknown', node: process.version },
      scale,
      emptyStartMs,
      tlsStorm,
      ...underLoad,
      ...largeSite,
      access,
      pricing,
      tariffSite,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
    await product.remove();
  }
}

async function measureOverTls(
  product: BuiltProduct,
  dataFolder: string,
  { scale, say }: { readonly scale: Scale; readonly say: (line: string) => void },
): Promise<Figures['tlsStorm']> {
  const site = await startSite(product, dataFolder, { adopt: [] });
  try {
    const figures = await measureTlsStorm(site, scale.rounds);
    say(`storm of ${figures.stations} stations over TLS: ${figures.tookMs.toFixed(0)} ms`);
    return figures;
  } finally {
    await site.target.stop();
  }
}

async function measureUnderLoad(
  product: BuiltProduct,
  dataFolder: string,
  { scale, say }: { readonly scale: Scale; readonly say: (line: string) => void },
): Promise<Pick<Figures, 'throughput' | 'pace' | 'idle'>> {
  const stations = Array.from({ length: STATIONS }, (_, index) => `LOAD-${index + 1}`);
  const site = await startSite(product, dataFolder, { adopt: stations });
  const echo = await startPeer('echo');
  const rpc = await startPeer('strict-rpc');
  const targets: { readonly [name in 'echo' | 'rpc' | 'product']: Target } = {
    echo,
    rpc,
    product: site.target,
  };
  try {
    const idle = await measureIdleMemory(site.target, stations);
    say(`idle: ${idle.kilobytesPerConnection.toFixed(1)} kB per connection`);
    const throughput = await measureThroughput(targets, stations, { scale, say });
    const pace = await measurePace(targets, stations, { scale, say });
    return { idle, throughput, pace };
  } finally {
    await Promise.all([echo.stop(), rpc.stop(), site.target.stop()]);
  }
}
