import { type AcceptanceRun, runningStep } from '#core/commissioning/acceptance-run.ts';
import type { BenchAction } from '#core/commissioning/step-move.ts';
import type { Session } from '#core/sessions/session.ts';
import type { CommandId } from '#core/shared/ids.ts';
import type { Amperes } from '#core/shared/units.ts';
import type { Order } from '#core/stations/command.ts';
import type { Request } from '#ocpp/v16/actions.ts';
import type { Application } from '../application.ts';
import { askStation } from '../stations/ask-station.ts';
import { newRemoteStartTag } from '../stations/remote-start-tag.ts';

type Tools = Pick<Application, 'desk' | 'commands' | 'configurations' | 'log' | 'stations'>;

export interface Ordered {
  readonly commandId: CommandId;
  /** Of the limit that the step holds; null where it holds none. */
  readonly profileId: number | null;
}

/** Does at the station what a step wants; null where there is no order to follow. */
export async function actOnBench(
  app: Tools,
  run: AcceptanceRun,
  action: BenchAction,
): Promise<Ordered | null> {
  const { stationId, connectorId } = run;
  switch (action.kind) {
    case 'ask-boot':
      return ask(app, run, { requestedMessage: 'BootNotification' });
    case 'ask-status':
      return ask(app, run, { requestedMessage: 'StatusNotification' });
    case 'ask-meter':
      return ask(app, run, { requestedMessage: 'MeterValues', connectorId });
    case 'read-configuration':
      app.configurations
        .read(stationId)
        .catch((error: unknown) => app.log.error({ err: error, stationId }, 'configuration not read'));
      return null;
    case 'remote-start':
      return order(app, run, { kind: 'remote-start', connectorId, idTag: newRemoteStartTag() });
    case 'remote-stop': {
      const { id, transactionId } = action.session;
      return order(app, run, { kind: 'remote-stop', sessionId: id, transactionId, connectorId });
    }
    case 'unlock':
      return order(app, run, { kind: 'unlock', connectorId });
    case 'limit':
      return orderLimit(app, run, action);
    case 'cut-line':
      app.stations.line(stationId)?.connection.close(1001, 'offline trial');
      return null;
  }
}

/** Takes back the limit that a step has set, as soon as the step no longer runs. */
export async function clearBenchLimit(
  app: Pick<Tools, 'commands'>,
  before: AcceptanceRun,
  after: AcceptanceRun,
): Promise<void> {
  const profileId = runningStep(before)?.memo.profileId ?? null;
  if (profileId === null || runningStep(after)?.memo.profileId === profileId) return;
  await clearLimit(app, before, profileId);
}

/** Takes back a limit by its number. */
export async function clearLimit(
  { commands }: Pick<Tools, 'commands'>,
  { stationId, startedBy }: AcceptanceRun,
  profileId: number,
): Promise<void> {
  const every = { connectorId: null, purpose: null, stackLevel: null };
  await commands.order(stationId, { kind: 'clear-charging-profile', profileId, ...every }, startedBy);
}

/** Its effect is what is looked for; whether the station says yes to the question does not matter. */
function ask(
  { stations, desk, log }: Tools,
  { stationId }: AcceptanceRun,
  request: Request<'TriggerMessage'>,
): null {
  askStation({ stations, desk })(stationId, 'TriggerMessage', request).catch((error: unknown) =>
    log.error({ err: error, stationId }, 'question of the bench not asked'),
  );
  return null;
}

async function order(
  { commands }: Pick<Tools, 'commands'>,
  run: AcceptanceRun,
  wanted: Order,
): Promise<Ordered> {
  const { id } = await commands.order(run.stationId, wanted, run.startedBy);
  return { commandId: id, profileId: runningStep(run)?.memo.profileId ?? null };
}

/** One profile for all levels: a new one with its number takes the place of the one before (OCPP 1.6 §5.16). */
async function orderLimit(
  app: Tools,
  run: AcceptanceRun,
  { current, session }: { readonly current: Amperes; readonly session: Session },
): Promise<Ordered> {
  const profileId = runningStep(run)?.memo.profileId ?? null;
  if (profileId === null) throw new Error('A limit has no number');
  return order(app, run, {
    kind: 'set-charging-profile',
    connectorId: run.connectorId,
    profile: {
      id: profileId,
      purpose: 'TxProfile',
      stackLevel: BENCH_LEVEL,
      transactionId: session.transactionId,
      timing: { kind: 'Relative' },
      validFrom: null,
      validTo: null,
      unit: 'A',
      durationSeconds: null,
      minRate: null,
      periods: [{ startSeconds: 0, limit: current, phases: null }],
    },
  });
}

/** Stations may know few levels; level 0 they all have. */
const BENCH_LEVEL = 0;
