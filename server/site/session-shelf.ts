import { addToCurve, type CurvePoint } from '#core/sessions/curve.ts';
import { recordSample } from '#core/sessions/record-sample.ts';
import type { Sample } from '#core/sessions/sample.ts';
import type { Session } from '#core/sessions/session.ts';
import type { ConnectorId, SessionId, StationId, TransactionId } from '#core/shared/ids.ts';
import type { UndoLog } from './undo-log.ts';

/** How many ended sessions, each with its curve, stay at hand for stations that repeat themselves. */
const RECENT = 1_000;

/**
 * Open sessions, and those that ended lately. What is not here is in the store: callers fetch it first
 * and `keep` it.
 */
export class SessionShelf {
  readonly #byId = new Map<SessionId, Session>();
  readonly #byTransaction = new Map<TransactionId, SessionId>();
  readonly #byStartKey = new Map<string, SessionId>();
  readonly #openByConnector = new Map<string, SessionId>();
  readonly #lastEndedByConnector = new Map<string, Session>();
  readonly #curves = new Map<SessionId, readonly CurvePoint[]>();
  readonly #ended = new Set<SessionId>();

  constructor(open: readonly Session[], lastEnded: readonly Session[]) {
    for (const session of lastEnded) this.#lastEndedByConnector.set(place(session), session);
    for (const session of open) {
      this.keep(session, []);
      this.#openByConnector.set(place(session), session.id);
    }
  }

  byId(id: SessionId): Session | null {
    return this.#byId.get(id) ?? null;
  }

  byTransaction(transaction: TransactionId): Session | null {
    return this.#find(this.#byTransaction.get(transaction));
  }

  byStartKey(key: string): Session | null {
    return this.#find(this.#byStartKey.get(key));
  }

  openAt(station: StationId, connector: ConnectorId): Session | null {
    return this.#find(this.#openByConnector.get(`${station}/${connector}`));
  }

  open(): readonly Session[] {
    return [...this.#openByConnector.values()].flatMap((id) => this.#byId.get(id) ?? []);
  }

  /** Latest session of a connector that has ended. */
  lastEndedAt(station: StationId, connector: ConnectorId): Session | null {
    return this.#lastEndedByConnector.get(`${station}/${connector}`) ?? null;
  }

  /** Latest session of each connector of a station that has ended. */
  lastEndedOf(station: StationId): readonly Session[] {
    return [...this.#lastEndedByConnector.values()].filter((session) => session.stationId === station);
  }

  curve(id: SessionId): readonly CurvePoint[] {
    return this.#curves.get(id) ?? [];
  }

  /** Puts a session fetched from the store on the shelf; one that is there already is newer and stays. */
  keep(session: Session, curve: readonly CurvePoint[]): void {
    if (this.#byId.has(session.id)) return;
    this.#byId.set(session.id, session);
    this.#byTransaction.set(session.transactionId, session.id);
    this.#byStartKey.set(session.start.key, session.id);
    if (curve.length > 0) this.#curves.set(session.id, curve);
    if (session.end !== null) this.#retireOldest(session.id);
  }

  put(session: Session, undo: UndoLog): void {
    undo.set(this.#byId, session.id, session);
    undo.set(this.#byTransaction, session.transactionId, session.id);
    undo.set(this.#byStartKey, session.start.key, session.id);
    if (session.end === null) {
      undo.set(this.#openByConnector, place(session), session.id);
      return;
    }
    if (this.#openByConnector.get(place(session)) === session.id)
      undo.delete(this.#openByConnector, place(session));
    this.#rememberLastEnded(session, undo);
    this.#retireOldest(session.id);
  }

  putCurve(id: SessionId, curve: readonly CurvePoint[], undo: UndoLog): void {
    if (this.#byId.has(id)) undo.set(this.#curves, id, curve);
  }

  /** What a sample adds to its session and its curve. */
  addSample(sample: Sample, undo: UndoLog): void {
    if (sample.sessionId === null) return;
    const session = this.#byId.get(sample.sessionId);
    if (session === undefined) return;
    // What comes after the stop completes the curve; the session has had its last word.
    const advanced = session.end === null ? recordSample(session, sample) : session;
    if (advanced !== session) undo.set(this.#byId, session.id, advanced);
    const curve = this.curve(session.id);
    const longer = addToCurve(curve, sample, session.start.register);
    if (longer !== curve) undo.set(this.#curves, session.id, longer);
  }

  #rememberLastEnded(session: Session, undo: UndoLog): void {
    const before = this.#lastEndedByConnector.get(place(session));
    if (before?.end != null && session.end !== null && before.end.at > session.end.at) return;
    undo.set(this.#lastEndedByConnector, place(session), session);
  }

  #retireOldest(id: SessionId): void {
    if (this.#ended.has(id)) return;
    this.#ended.add(id);
    if (this.#ended.size <= RECENT) return;
    const [oldest] = this.#ended;
    if (oldest === undefined) return;
    this.#ended.delete(oldest);
    const session = this.#byId.get(oldest);
    if (session === undefined) return;
    this.#byId.delete(session.id);
    this.#byTransaction.delete(session.transactionId);
    this.#byStartKey.delete(session.start.key);
    this.#curves.delete(session.id);
  }

  #find(id: SessionId | undefined): Session | null {
    return id === undefined ? null : (this.#byId.get(id) ?? null);
  }
}

function place(session: Session): string {
  return `${session.stationId}/${session.connectorId}`;
}
