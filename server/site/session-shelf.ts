import { type CurvePoint, growCurve } from '#core/sessions/curve.ts';
import { recordSamples } from '#core/sessions/record-samples.ts';
import type { Sample } from '#core/sessions/sample.ts';
import type { Session } from '#core/sessions/session.ts';
import type { ConnectorId, SessionId, StationId, TransactionId } from '#core/shared/ids.ts';
import type { UndoLog } from './undo-log.ts';

/** How many ended sessions, each with its curve, stay at hand for stations that repeat themselves. */
const RECENT = 1_000;

/** A session in its place. The curve belongs to the shelf alone and grows where it stands. */
interface Shelved {
  session: Session;
  curve: CurvePoint[];
}

/**
 * Open sessions, and those that ended lately. What is not here is in the store: callers fetch it first,
 * see `fetch-session.ts`.
 */
export class SessionShelf {
  readonly #byId = new Map<SessionId, Shelved>();
  readonly #byTransaction = new Map<TransactionId, SessionId>();
  readonly #byStartKey = new Map<string, SessionId>();
  readonly #openByConnector = new Map<string, SessionId>();
  readonly #lastEndedByConnector = new Map<string, Session>();
  /** Ended sessions that the store has, the one longest out of use first. */
  readonly #ended = new Set<SessionId>();

  constructor(open: readonly Session[], lastEnded: readonly Session[]) {
    for (const session of lastEnded) this.#lastEndedByConnector.set(place(session), session);
    for (const session of open) {
      this.keep(session, []);
      this.#openByConnector.set(place(session), session.id);
    }
  }

  byId(id: SessionId): Session | null {
    return this.#byId.get(id)?.session ?? null;
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
    return [...this.#openByConnector.values()].flatMap((id) => this.byId(id) ?? []);
  }

  /** Latest session of a connector that has ended. */
  lastEndedAt(station: StationId, connector: ConnectorId): Session | null {
    return this.#lastEndedByConnector.get(`${station}/${connector}`) ?? null;
  }

  /** Latest session of each connector of a station that has ended. */
  lastEndedOf(station: StationId): readonly Session[] {
    return [...this.#lastEndedByConnector.values()].filter((session) => session.stationId === station);
  }

  /** The curve as it is now. It goes on growing: whoever keeps it for later takes a copy. */
  curve(id: SessionId): readonly CurvePoint[] {
    return this.#byId.get(id)?.curve ?? [];
  }

  /**
   * Puts a session fetched from the store on the shelf, with all of its curve: what is added later is saved
   * over what the store has. A session that is there already is newer and stays.
   */
  keep(session: Session, curve: readonly CurvePoint[]): void {
    if (this.#byId.has(session.id)) return;
    this.#byId.set(session.id, { session, curve: [...curve] });
    this.#byTransaction.set(session.transactionId, session.id);
    this.#byStartKey.set(session.start.key, session.id);
    this.stored(session);
  }

  put(session: Session, undo: UndoLog): void {
    this.#putOne(session, undo);
    if (session.end === null) {
      undo.set(this.#openByConnector, place(session), session.id);
      return;
    }
    if (this.#openByConnector.get(place(session)) === session.id)
      undo.delete(this.#openByConnector, place(session));
    this.#rememberLastEnded(session, undo);
  }

  putCurve(id: SessionId, points: readonly CurvePoint[], undo: UndoLog): void {
    const shelved = this.#byId.get(id);
    if (shelved === undefined) return;
    rememberCurve(shelved, undo);
    shelved.curve = [...points];
  }

  /** What the samples of one message add to their session and its curve. */
  addSamples(samples: readonly Sample[], undo: UndoLog): void {
    const id = samples[0]?.sessionId ?? null;
    const shelved = id === null ? undefined : this.#byId.get(id);
    if (shelved === undefined) return;
    rememberCurve(shelved, undo);
    const { session } = shelved;
    shelved.curve = growCurve(shelved.curve, samples, session.start.register);
    // What comes after the stop completes the curve; the session has had its last word.
    if (session.end === null) shelved.session = recordSamples(session, samples);
  }

  /** The store has this session as it is. Beyond the most recent ones, ended sessions leave the shelf. */
  stored(session: Session): void {
    if (session.end === null || !this.#byId.has(session.id)) return;
    this.#ended.delete(session.id);
    this.#ended.add(session.id);
    const [oldest] = this.#ended;
    if (this.#ended.size > RECENT && oldest !== undefined) this.#letGo(oldest);
  }

  #putOne(session: Session, undo: UndoLog): void {
    const shelved = this.#byId.get(session.id);
    if (shelved === undefined) {
      undo.set(this.#byId, session.id, { session, curve: [] });
      undo.set(this.#byTransaction, session.transactionId, session.id);
      undo.set(this.#byStartKey, session.start.key, session.id);
      return;
    }
    const before = shelved.session;
    undo.remember(() => {
      shelved.session = before;
    });
    shelved.session = session;
  }

  #rememberLastEnded(session: Session, undo: UndoLog): void {
    const before = this.#lastEndedByConnector.get(place(session));
    if (before?.end != null && session.end !== null && before.end.at > session.end.at) return;
    undo.set(this.#lastEndedByConnector, place(session), session);
  }

  #letGo(id: SessionId): void {
    this.#ended.delete(id);
    const session = this.byId(id);
    if (session === null) return;
    this.#byId.delete(id);
    this.#byTransaction.delete(session.transactionId);
    this.#byStartKey.delete(session.start.key);
  }

  #find(id: SessionId | undefined): Session | null {
    return id === undefined ? null : this.byId(id);
  }
}

/** `growCurve` never changes what a curve was, it only makes it longer. */
function rememberCurve(shelved: Shelved, undo: UndoLog): void {
  const { session, curve } = shelved;
  const { length } = curve;
  undo.remember(() => {
    shelved.session = session;
    shelved.curve = curve;
    curve.length = length;
  });
}

function place(session: Session): string {
  return `${session.stationId}/${session.connectorId}`;
}
