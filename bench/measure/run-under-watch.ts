import { cpus } from 'node:os';
import { runLoad, type Target } from '../child.ts';
import type { LoadRun } from '../figures.ts';
import type { LoadJob } from '../load/load-job.ts';

/** Runs a load against a server and tells what the server, the generator and all others used meanwhile. */
export async function runUnderWatch(target: Target, job: Omit<LoadJob, 'port'>): Promise<LoadRun> {
  let before: Promise<Usage> | null = null;
  const result = await runLoad({ ...job, port: target.port }, () => {
    before = usage(target);
  });
  const began = await (before ?? usage(target));
  const ended = await usage(target);
  const tookMs = ended.atMs - began.atMs;
  const serverMs = ended.serverMs - began.serverMs;
  const ownMs = ended.ownMs - began.ownMs;
  return {
    perSecond: result.perSecond,
    p50Ms: result.p50Ms,
    p99Ms: result.p99Ms,
    serverMicroseconds: (serverMs * 1_000) / Math.max(1, result.acknowledged),
    serverCores: serverMs / tookMs,
    generatorCores: result.cpuMs / tookMs,
    otherCores: Math.max(0, (ended.machineMs - began.machineMs - serverMs - ownMs - result.cpuMs) / tookMs),
  };
}

interface Usage {
  readonly atMs: number;
  readonly serverMs: number;
  readonly ownMs: number;
  readonly machineMs: number;
}

async function usage(target: Target): Promise<Usage> {
  const { cpuMs } = await target.vitals();
  const own = process.cpuUsage();
  return {
    atMs: performance.now(),
    serverMs: cpuMs,
    ownMs: (own.user + own.system) / 1_000,
    machineMs: cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0),
  };
}
