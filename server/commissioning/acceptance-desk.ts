import { type AcceptanceRun, type AcceptanceStep, runningStep } from '#core/commissioning/acceptance-run.ts';
import { lookAtStep } from '#core/commissioning/look-at-step.ts';
import { HELD_OFFLINE } from '#core/commissioning/offline-step.ts';
import {
  afterMove,
  beginStep,
  endRun,
  hasPassed,
  isComplete,
  openRun,
  skipStep,
  withMemo,
} from '#core/commissioning/run-life.ts';
import type { BenchAction, StepMove } from '#core/commissioning/step-move.ts';
import type { LogEntry } from '#core/logbook/entry.ts';
import type { ConnectorId } from '#core/shared/ids.ts';
import { later } from '#core/shared/units.ts';
import type { Station } from '#core/stations/station.ts';
import type { Application } from '../application.ts';
import { logLine } from '../site/log-line.ts';
import type { Decided } from '../site/site-desk.ts';
import { actOnBench, clearBenchLimit, clearLimit } from './act-on-bench.ts';
import { gatherBenchFacts } from './gather-bench-facts.ts';

/** Runs the acceptance of stations step by step. What a step has to remember is stored with the run. */
export interface AcceptanceDesk {
  /** Null when another run goes on at the station. */
  open(station: Station, connector: ConnectorId, by: string): Promise<AcceptanceRun | null>;
  /** The following give null when the run has ended. */
  begin(
    id: number,
    step: AcceptanceStep,
    wish: { readonly by: string; readonly offlineMs?: number },
  ): Promise<AcceptanceRun | null>;
  skip(
    id: number,
    step: AcceptanceStep,
    why: { readonly reason: string; readonly by: string },
  ): Promise<AcceptanceRun | null>;
  sign(id: number, name: string, by: string): Promise<AcceptanceRun | 'incomplete' | null>;
  abandon(id: number, by: string): Promise<AcceptanceRun | null>;
  /** Looks at every step that runs. Called once a second. */
  tick(): Promise<void>;
}

type Tools = Pick<
  Application,
  'desk' | 'clock' | 'commands' | 'configurations' | 'log' | 'stations' | 'store' | 'version'
>;

export function openAcceptanceDesk(app: Tools): AcceptanceDesk {
  const { desk, clock } = app;

  return {
    open: (station, connector, by) =>
      desk.decide<AcceptanceRun | null>((live) => {
        if (live.acceptanceRunAt(station.id) !== null) return { value: null, changes: [] };
        const run = openRun({
          id: live.nextId('acceptance'),
          stationId: station.id,
          connectorId: connector,
          by,
          now: clock.now(),
        });
        return withLine(run, acceptanceLine(run, 'acceptance-started', { by }));
      }),

    begin: (id, step, { by, offlineMs = HELD_OFFLINE }) => {
      const make = (run: AcceptanceRun) => {
        const now = clock.now();
        const begun = beginStep(run, step, now);
        const memo = runningStep(begun)?.memo;
        if (step !== 'offline' || memo === undefined) return begun;
        return withMemo(begun, step, { ...memo, heldUntil: later(now, offlineMs) });
      };
      const facts = { by, step, stepState: 'begun' };
      return change(id, make, (run) => acceptanceLine(run, 'acceptance-step', facts));
    },

    skip: (id, step, why) => {
      const make = (run: AcceptanceRun) => skipStep(run, step, { ...why, now: clock.now() });
      const facts = { by: why.by, step, stepState: 'skipped', note: why.reason };
      return change(id, make, (run) => acceptanceLine(run, 'acceptance-step', facts));
    },

    async sign(id, name, by) {
      const known = desk.live.acceptanceRuns.get(id);
      if (known !== undefined && !isComplete(known)) return 'incomplete';
      return desk.decide<AcceptanceRun | null>((live) => {
        const run = live.acceptanceRuns.get(id);
        const station = run && live.stations.get(run.stationId);
        if (run === undefined || station === undefined || !isComplete(run))
          return { value: null, changes: [] };
        const now = clock.now();
        const signed = endRun(run, {
          kind: 'signed',
          name: name.trim(),
          at: now,
          by,
          programVersion: app.version,
          station: { name: station.name, identity: station.identity },
          site: live.site.name,
        });
        return withLine(
          signed,
          logLine(now, 'acceptance-signed', {
            level: hasPassed(run) ? 'info' : 'attention',
            stationId: run.stationId,
            connectorId: run.connectorId,
            actor: by,
            facts: { name: name.trim(), ...countsOf(run) },
          }),
        );
      });
    },

    async abandon(id, by) {
      return change(
        id,
        (run) => endRun(run, { kind: 'abandoned', at: clock.now(), by }),
        (run) => acceptanceLine(run, 'acceptance-abandoned', { by }),
      );
    },

    async tick() {
      for (const run of desk.live.acceptanceRuns.values())
        await look(run).catch((error: unknown) =>
          app.log.error({ err: error, stationId: run.stationId }, 'acceptance not looked at'),
        );
    },
  };

  function acceptanceLine(
    { stationId, connectorId }: AcceptanceRun,
    kind: 'acceptance-started' | 'acceptance-step' | 'acceptance-abandoned',
    { by, ...facts }: { readonly by: string } & LogEntry['facts'],
  ): ReturnType<typeof logLine> {
    return logLine(clock.now(), kind, { stationId, connectorId, actor: by, facts });
  }

  async function look(run: AcceptanceRun): Promise<void> {
    const running = runningStep(run);
    if (running === null) return;
    const facts = await gatherBenchFacts(app, run, running.memo);
    const move = lookAtStep(running.step, facts, running.memo);
    if (move.kind === 'wait') return;
    const moved = await change(run.id, (known) => {
      // A person may have begun another step while the facts were gathered.
      if (runningStep(known)?.memo !== running.memo) return null;
      const next = afterMove(known, numbered(move), facts.now);
      return running.step === 'configuration' && move.kind === 'pass'
        ? { ...next, configuration: facts.configuration?.entries ?? [] }
        : next;
    });
    if (moved === null || move.kind !== 'do') return;
    await act(moved, running.step, move.action);
  }

  /** The number of a limit is stored before it is set, so that it is taken back whatever comes in between. */
  function numbered(move: StepMove): StepMove {
    if (move.kind !== 'do' || move.action.kind !== 'limit' || move.memo.profileId !== null) return move;
    return { ...move, memo: { ...move.memo, profileId: desk.live.nextId('request') } };
  }

  /** What was ordered is noted in the run, so that the step finds it again after a restart. */
  async function act(run: AcceptanceRun, step: AcceptanceStep, action: BenchAction): Promise<void> {
    const ordered = await actOnBench(app, run, action);
    if (ordered === null) return;
    const noted = await change(run.id, (known) => {
      const memo = runningStep(known)?.memo;
      if (memo === undefined || runningStep(known)?.step !== step) return null;
      return memo.profileId === ordered.profileId
        ? withMemo(known, step, { ...memo, commandId: ordered.commandId })
        : null;
    });
    // The step was left, and its limit taken back, before it was set.
    if (noted === null && ordered.profileId !== null) await clearLimit(app, run, ordered.profileId);
  }

  /** Changes a run that goes on; a limit that a step has left behind is taken back. */
  async function change(
    id: number,
    make: (run: AcceptanceRun) => AcceptanceRun | null,
    line?: (run: AcceptanceRun) => ReturnType<typeof logLine>,
  ): Promise<AcceptanceRun | null> {
    const before = desk.live.acceptanceRuns.get(id);
    const changed = await desk.decide<AcceptanceRun | null>((live) => {
      const run = live.acceptanceRuns.get(id);
      const made = run === undefined ? null : make(run);
      if (made === null) return { value: null, changes: [] };
      return line === undefined ? saved(made) : withLine(made, line(made));
    });
    if (before !== undefined && changed !== null) await clearBenchLimit(app, before, changed);
    return changed;
  }
}

function saved(run: AcceptanceRun): Decided<AcceptanceRun> {
  return {
    value: run,
    changes: [{ kind: 'save-acceptance-run', run }],
    told: [{ kind: 'acceptance', stationId: run.stationId }],
  };
}

function withLine(run: AcceptanceRun, line: ReturnType<typeof logLine>): Decided<AcceptanceRun> {
  const kept = saved(run);
  return { ...kept, changes: [...kept.changes, line], told: [...(kept.told ?? []), { kind: 'log' }] };
}

function countsOf({ steps }: AcceptanceRun): Readonly<Record<'passed' | 'failed' | 'skipped', number>> {
  const count = (kind: string) => steps.filter(({ state }) => state.kind === kind).length;
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
}
