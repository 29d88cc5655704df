import type { AcceptanceRun, StepMemo } from '#core/commissioning/acceptance-run.ts';
import type { BenchFacts } from '#core/commissioning/step-move.ts';
import type { CommandId } from '#core/shared/ids.ts';
import type { Command } from '#core/stations/command.ts';
import type { Application } from '../application.ts';
import { knownStation } from '../stations/known-station.ts';

type Tools = Pick<Application, 'desk' | 'clock' | 'stations' | 'store'>;

/** A step of eight minutes with a value every five seconds. */
const MOST_SAMPLES = 120;
const LATEST_COMMANDS = 20;

/** What is known of a station now, for the step that runs. */
export async function gatherBenchFacts(app: Tools, run: AcceptanceRun, memo: StepMemo): Promise<BenchFacts> {
  const { live } = app.desk;
  const { reads } = app.store;
  const session = live.sessions.openAt(run.stationId, run.connectorId);
  const [held, samples, command] = await Promise.all([
    reads.lastHeldCard(run.stationId),
    session === null ? [] : reads.latestSamples(session.id, MOST_SAMPLES),
    commandOf(app, run, memo.commandId),
  ]);
  const { lastBootAt, identity } = knownStation(live, run.stationId);
  return {
    now: app.clock.now(),
    connectorId: run.connectorId,
    onlineSince: app.stations.line(run.stationId)?.openedAt ?? null,
    lastBootAt,
    identity,
    configuration: live.configurations.get(run.stationId) ?? null,
    connectors: live.connectorsOf(run.stationId).filter(({ connectorId }) => connectorId > 0),
    held,
    command,
    session,
    ended: live.sessions.lastEndedAt(run.stationId, run.connectorId),
    samples,
  };
}

/** Commands that have ended are in the store only. */
async function commandOf(
  { desk, store }: Tools,
  { stationId }: AcceptanceRun,
  id: CommandId | null,
): Promise<Command | null> {
  if (id === null) return null;
  const open = desk.live.commands.get(id);
  if (open !== undefined) return open;
  const latest = await store.reads.listCommands({ stationId, limit: LATEST_COMMANDS });
  return latest.find((command) => command.id === id) ?? null;
}
