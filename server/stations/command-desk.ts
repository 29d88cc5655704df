import { cardUid } from '#core/access/card-uid.ts';
import type { Change } from '#core/changes.ts';
import { commandId, type StationId } from '#core/shared/ids.ts';
import { later } from '#core/shared/units.ts';
import { type Command, type CommandLife, connectorOf, type Order } from '#core/stations/command.ts';
import { afterDeadline, afterSight, answered, QUEUE_TIME, sent } from '#core/stations/command-life.ts';
import type { Registration } from '#core/stations/station.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { LiveSite } from '../site/live-site.ts';
import { logLine } from '../site/log-line.ts';
import type { Decided, SiteDesk } from '../site/site-desk.ts';
import { mayBeTold } from './boot-loop.ts';
import { callStation, type OrderTools } from './call-station.ts';
import { closedChanges } from './closed-connectors.ts';
import type { ConnectedStations } from './connected-stations.ts';
import { callWithFittingLimit } from './fitting-limit.ts';
import { commandStep } from './sight-changes.ts';
import { callWholeStation } from './whole-station-order.ts';

/** What people order of stations, from the queue to the effect. */
export interface CommandDesk {
  order(station: StationId, order: Order, by: string): Promise<Command>;
  /** Null when the command has left the queue already, or never was. */
  cancel(id: number, by: string): Promise<Command | null>;
  /** Sends what waits and ends what is overdue. Called once a second. */
  tick(): void;
}

/** A station that has just connected has its own story to tell first. */
const SETTLE_MS = 2_000;

export function openCommandDesk(
  desk: SiteDesk,
  stations: ConnectedStations,
  { clock, log, ...tools }: { readonly clock: Clock; readonly log: Log } & OrderTools,
): CommandDesk {
  /** What is being said to each station, until its last answer. */
  const underWay = new Map<StationId, readonly Command[]>();

  return {
    async order(station, order, by) {
      const command = await desk.decide((live) => {
        const now = clock.now();
        const made: Command = {
          id: commandId(live.nextId('command')),
          stationId: station,
          order,
          orderedBy: by,
          queuedAt: now,
          life: { kind: 'queued', expiresAt: later(now, QUEUE_TIME) },
        };
        return {
          value: made,
          changes: [{ kind: 'save-command', command: made }, orderedLine(made)],
          told: [{ kind: 'command', commandId: made.id, stationId: station }, { kind: 'log' }],
        };
      });
      dispatch(station);
      return command;
    },

    cancel: (id, by) =>
      desk.decide<Command | null>((live) => {
        const command = live.commands.get(commandId(id));
        if (command?.life.kind !== 'queued') return { value: null, changes: [] };
        return stepped(live, command, { kind: 'cancelled', at: clock.now(), by });
      }),

    tick() {
      const now = clock.now();
      // Each call of an order that takes several ends by itself.
      for (const command of desk.live.commands.values())
        if (!isUnderWay(command) && afterDeadline(command, now) !== null)
          step(command.id, (known) => afterDeadline(known, clock.now())).catch((error: unknown) =>
            log.error({ err: error, commandId: command.id }, 'command not ended'),
          );
      for (const line of stations.lines()) if (now - line.openedAt >= SETTLE_MS) dispatch(line.stationId);
    },
  };

  /** Sends the oldest command that need not wait for another; the next one when this one has been answered. */
  function dispatch(station: StationId): void {
    const line = stations.line(station);
    const registration = desk.live.stations.get(station)?.registration ?? 'rejected';
    const before = underWay.get(station) ?? [];
    const command = desk.live
      .openCommandsOf(station)
      .find(
        ({ life, order }) =>
          life.kind === 'queued' && mayHear(registration, order) && mayBeSaidDuring(before, order),
      );
    if (line === undefined || command === undefined) return;
    if (!mayBeTold(desk.live, line, clock.now())) return;
    underWay.set(station, [...before, command]);
    send(command, line.connection)
      .then(() => {
        settled(command);
        dispatch(station);
      })
      .catch((error: unknown) => {
        // Tried again with the next tick: at once would be a busy loop while the disk is full.
        settled(command);
        log.error({ err: error, stationId: station }, 'command not sent');
      });
  }

  function isUnderWay({ id, stationId }: Command): boolean {
    return (underWay.get(stationId) ?? []).some((command) => command.id === id);
  }

  function settled({ id, stationId }: Command): void {
    const others = (underWay.get(stationId) ?? []).filter((command) => command.id !== id);
    if (others.length === 0) underWay.delete(stationId);
    else underWay.set(stationId, others);
  }

  async function send(command: Command, connection: Parameters<typeof callStation>[0]): Promise<void> {
    const taken = await step(command.id, ({ life }) => (life.kind === 'queued' ? sent(clock.now()) : null));
    if (!taken) return;
    const { answer, command: asked } = await callWithFittingLimit({ desk, clock }, command, (fitting) =>
      callWholeStation({ desk, clock }, fitting, (one) => callStation(connection, one, tools)),
    );
    await desk.decide((live) => {
      const now = clock.now();
      const closed = closedChanges(live, command, { answer, now });
      const known = live.commands.get(command.id);
      // A station may show the effect before it says yes.
      if (known?.life.kind !== 'sent') return { value: undefined, changes: closed };
      // What counts is what the station was asked in the end.
      const obeyed: Command = { ...known, order: asked.order };
      const next = stepped(live, obeyed, seenAlready(live, obeyed, answered(obeyed, answer, now)));
      return { ...next, value: undefined, changes: [...next.changes, ...closed] };
    });
  }

  /** True when the command took the step. */
  function step(id: Command['id'], next: (command: Command) => CommandLife | null): Promise<boolean> {
    return desk.decide<boolean>((live) => {
      const command = live.commands.get(id);
      const life = command === undefined ? null : next(command);
      if (command === undefined || life === null) return { value: false, changes: [] };
      return { ...stepped(live, command, life), value: true };
    });
  }

  function stepped(live: LiveSite, command: Command, life: CommandLife): Decided<Command> {
    const { changes, told } = commandStep(live, command, { life, now: clock.now() });
    return { value: { ...command, life }, changes, told };
  }
}

/** Whoever orders something for a card that is refused answers for it by name. */
function orderedLine({ order, stationId, orderedBy: actor, queuedAt }: Command): Change {
  const card = 'idTag' in order ? { card: cardUid(order.idTag) } : {};
  const facts = { command: order.kind, ...card };
  const where = { stationId, connectorId: connectorOf(order), actor };
  return 'anyway' in order && order.anyway !== undefined
    ? logLine(queuedAt, 'command-anyway', {
        ...where,
        level: 'attention',
        facts: { ...facts, refusal: order.anyway },
      })
    : logLine(queuedAt, 'command-ordered', { ...where, facts });
}

/** Whether a station may be told at all (OCPP 1.6 §4.2); until it may, the command waits. */
function mayHear(registration: Registration, { kind }: Order): boolean {
  if (registration === 'pending') return kind !== 'remote-start' && kind !== 'remote-stop';
  return registration === 'accepted';
}

/** A local list may take minutes: what is ordered meanwhile passes between its messages, unless it would break it off. */
function mayBeSaidDuring(underWay: readonly Command[], { kind }: Order): boolean {
  return underWay.every(({ order }) => order.kind === 'send-local-list' && !WAITS_FOR_THE_LIST.has(kind));
}

const WAITS_FOR_THE_LIST: ReadonlySet<Order['kind']> = new Set([
  'send-local-list',
  'reset',
  'update-firmware',
  'signed-update-firmware',
]);

/** Orders that want a connector in a state. */
const STATE_WISHES: ReadonlySet<Order['kind']> = new Set([
  'set-availability',
  'reserve',
  'cancel-reservation',
]);

/** A connector that is in the wanted state already will not say so again. */
function seenAlready(live: LiveSite, command: Command, life: CommandLife): CommandLife {
  if (!STATE_WISHES.has(command.order.kind) || life.kind !== 'accepted') return life;
  const wanted = connectorOf(command.order) ?? 0;
  const effects = live
    .connectorsOf(command.stationId)
    .filter(({ connectorId }) => connectorId > 0 && (wanted === 0 || connectorId === wanted))
    .map(({ connectorId, status }) =>
      afterSight({ ...command, life }, { kind: 'status', connectorId, status }, life.acceptedAt),
    );
  return (effects.includes(null) ? null : effects[0]) ?? life;
}
