import type { Socket } from 'node:net';
import { createLatencies } from './latencies.ts';
import type { LoadJob, LoadNews, LoadResult } from './load-job.ts';
import { openSocket } from './open-socket.ts';
import { createStationConnection, type StationConnection } from './station-connection.ts';

/** The process that makes the load: takes one job, tells its result, ends. */
process.once('message', (job: LoadJob) => {
  run(job).then(
    (result) => tell({ kind: 'measured', result }),
    (error: unknown) => tell({ kind: 'failed', problem: String(error) }),
  );
});

const CONNECTING_AT_ONCE = 16;

function tell(news: LoadNews): void {
  process.send?.(news);
}

async function run(job: LoadJob): Promise<LoadResult> {
  const sockets = await openAll(job);
  const load = createLoad(job, sockets);
  await load.all('start');
  const stop = job.perSecond === null ? load.answerDriven() : load.paced(job.perSecond);
  await passed(job.warmMs);
  const measured = load.measure();
  tell({ kind: 'measuring' });
  await passed(job.measureMs);
  const result = measured();
  stop();
  await load.all('stop');
  for (const socket of sockets) socket.destroy();
  return result;
}

async function openAll({ port, stations }: LoadJob): Promise<readonly Socket[]> {
  const sockets: Socket[] = [];
  for (let first = 0; first < stations.length; first += CONNECTING_AT_ONCE) {
    const some = stations.slice(first, first + CONNECTING_AT_ONCE);
    sockets.push(...(await Promise.all(some.map((id) => openSocket(port, id)))));
  }
  for (const socket of sockets) {
    socket.removeAllListeners('close');
    socket.once('close', () => {
      if (!socket.destroyed) tell({ kind: 'failed', problem: 'a connection was closed' });
    });
  }
  return sockets;
}

function createLoad({ mix }: LoadJob, sockets: readonly Socket[]) {
  let latencies: ReturnType<typeof createLatencies> | null = null;
  let goOn: (connection: StationConnection) => void = () => {};
  const connections = sockets.map((socket, number) =>
    createStationConnection({ socket, number, mix, onAnswer: answered }),
  );

  function answered(connection: StationConnection, sinceMs: number): void {
    latencies?.add(performance.now() - sinceMs);
    goOn(connection);
  }

  return {
    /** Lets every connection send one such message, once it has its last answer. */
    async all(step: 'start' | 'stop'): Promise<void> {
      if (mix === 'heartbeats') return;
      await until(() => connections.every(({ waiting }) => !waiting));
      for (const connection of connections) connection.send(step, performance.now());
      await until(() => connections.every(({ waiting }) => !waiting));
    },

    /** Each connection sends on when it is answered. The returned function ends it. */
    answerDriven(): () => void {
      goOn = (connection) => connection.sendNext(performance.now());
      for (const connection of connections) goOn(connection);
      return () => {
        goOn = () => {};
      };
    },

    /** So many messages a second in turn, whatever becomes of them. */
    paced(perSecond: number): () => void {
      const overdue = new Map<StationConnection, number[]>();
      const beganMs = performance.now();
      let sent = 0;
      goOn = (connection) => {
        const dueMs = overdue.get(connection)?.shift();
        if (dueMs !== undefined) connection.sendNext(dueMs);
      };
      const timer = setInterval(sendWhatIsDue, 1);
      return () => {
        clearInterval(timer);
        goOn = () => {};
      };

      function sendWhatIsDue(): void {
        const due = Math.floor(((performance.now() - beganMs) * perSecond) / 1_000);
        for (; sent < due; sent += 1) {
          const connection = connections[sent % connections.length];
          if (connection === undefined) return;
          const dueMs = beganMs + (sent * 1_000) / perSecond;
          if (!connection.waiting) connection.sendNext(dueMs);
          else overdue.set(connection, [...(overdue.get(connection) ?? []), dueMs]);
        }
      }
    },

    /** Counts from now on; the returned function tells what was counted. */
    measure(): () => LoadResult {
      const collected = createLatencies();
      latencies = collected;
      const beganMs = performance.now();
      const usedBefore = cpuMs();
      return () => {
        latencies = null;
        const tookMs = performance.now() - beganMs;
        return {
          acknowledged: collected.count,
          perSecond: (collected.count * 1_000) / tookMs,
          p50Ms: collected.percentile(0.5),
          p99Ms: collected.percentile(0.99),
          maxMs: collected.percentile(1),
          cpuMs: cpuMs() - usedBefore,
        };
      };
    },
  };
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

const LONGEST_WAIT_MS = 30_000;

async function until(condition: () => boolean): Promise<void> {
  const givenUpAtMs = performance.now() + LONGEST_WAIT_MS;
  while (!condition()) {
    if (performance.now() > givenUpAtMs) throw new Error('The server does not answer any more');
    await passed(5);
  }
}

function passed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
