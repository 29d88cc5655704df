import type { Doubt as DoubtView, SessionDetail, Session as SessionView } from '#api/sessions.ts';
import type { CurvePoint } from '#core/sessions/curve.ts';
import { measuredEnergy, type Session, sessionState, settledEnergy } from '#core/sessions/session.ts';
import type { Instant } from '#core/shared/units.ts';
import type { Application } from '../../application.ts';
import { isoTime, isoTimeOrNull } from '../iso-time.ts';
import { powerNow } from '../stations/station-view.ts';
import { type Costs, costsOf } from '../tariffs/session-cost-view.ts';

/** A session as lists show it. The store's copy of a running one is as old as its start; ours is live. */
export function sessionView(app: Application, stored: Session, costs?: Costs): SessionView {
  const session = app.desk.live.sessions.byId(stored.id) ?? stored;
  const { admission, end, start } = session;
  const running = end === null;
  return {
    id: session.id,
    transactionId: session.transactionId,
    state: sessionState(session),
    stationId: session.stationId,
    stationName: app.desk.live.stations.get(session.stationId)?.name ?? session.stationId,
    connectorId: session.connectorId,
    cardUid: session.cardUid,
    cardId: session.cardId,
    holder: session.holder,
    refused: admission.kind === 'refused' ? admission.refusal.kind : null,
    startedAt: isoTime(start.at),
    endedAt: isoTimeOrNull(end?.at ?? null),
    durationSeconds: secondsBetween(start.at, end?.at ?? app.clock.now()),
    measuredWh: measuredEnergy(session),
    energyWh: settledEnergy(session),
    powerW: running ? powerNow(app, session) : null,
    stateOfCharge: running ? (app.desk.live.sessions.curve(session.id).at(-1)?.stateOfCharge ?? null) : null,
    reason: end?.reason ?? null,
    doubts: session.doubts.map(doubtView),
    cost: costs?.get(session.id) ?? null,
  };
}

/** A session with all that is known of it. */
export async function sessionDetail(app: Application, stored: Session): Promise<SessionDetail> {
  const session = app.desk.live.sessions.byId(stored.id) ?? stored;
  const { end, start, decision } = session;
  return {
    ...sessionView(app, session, await costsOf(app, [session])),
    meterStartWh: start.register,
    meterStopWh: end?.register ?? null,
    startReceivedAt: isoTime(start.receivedAt),
    stopReceivedAt: isoTimeOrNull(end?.receivedAt ?? null),
    timeSource: start.timeSource,
    endSource: end?.source ?? null,
    decision:
      decision === null
        ? null
        : {
            kind: decision.kind,
            energyWh: decision.kind === 'void' ? null : decision.energy,
            by: decision.by,
            at: isoTime(decision.at),
            note: decision.note,
          },
    curve: (await curveOf(app, session)).map(({ at, power, energy, stateOfCharge }) => ({
      at: isoTime(at),
      powerW: power,
      energyWh: energy,
      stateOfCharge,
    })),
  };
}

async function curveOf(app: Application, session: Session): Promise<readonly CurvePoint[]> {
  const live = app.desk.live.sessions.curve(session.id);
  return session.end === null || live.length > 0 ? live : ((await app.store.reads.curve(session.id)) ?? []);
}

function doubtView({ kind, since, facts }: Session['doubts'][number]): DoubtView {
  return { kind, since: isoTime(since), facts: { ...facts } };
}

function secondsBetween(from: Instant, to: Instant): number {
  return Math.max(0, Math.round((to - from) / 1_000));
}
