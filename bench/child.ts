import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Vitals } from '#server/safety/process-probe.ts';
import type { LoadJob, LoadNews, LoadResult } from './load/load-job.ts';

/** Programs that the benchmark runs beside itself; all are in its one bundle. */
export type Role = 'load' | 'echo' | 'strict-rpc';

/** A server that is measured. */
export interface Target {
  readonly port: number;
  vitals(): Promise<Vitals>;
  stop(): Promise<void>;
}

export async function startPeer(role: Exclude<Role, 'load'>): Promise<Target> {
  const child = startRole(role);
  const [{ port }] = await once(child, 'message');
  return {
    port,
    async vitals() {
      child.send('vitals');
      const [vitals] = await once(child, 'message');
      return vitals as Vitals;
    },
    async stop() {
      child.kill();
      await once(child, 'exit');
    },
  };
}

/** Runs one job in a process of its own. `whenMeasuring` is called when warming up is over. */
export async function runLoad(job: LoadJob, whenMeasuring: () => void = () => {}): Promise<LoadResult> {
  const child = startRole('load');
  child.send(job);
  try {
    return await new Promise<LoadResult>((resolve, reject) => {
      child.on('message', (news: LoadNews) => {
        if (news.kind === 'measuring') whenMeasuring();
        else if (news.kind === 'measured') resolve(news.result);
        else reject(new Error(news.problem));
      });
      child.once('exit', () => reject(new Error('The load generator ended too early')));
    });
  } finally {
    child.kill();
  }
}

function startRole(role: Role): ChildProcess {
  return fork(fileURLToPath(import.meta.url), ['--role', role]);
}
