import type { StationId } from '#core/shared/ids.ts';
import { ANSWER_TIME, type StationAnswer } from '#core/stations/command-life.ts';
import { type ListEntry, type LocalList, noList } from '#core/stations/local-list.ts';
import { afterMessage, type ListMessage, planList } from '#core/stations/plan-list.ts';
import type { WantedList } from '#core/stations/wanted-list.ts';
import type { StationConnection } from '#ocpp/connection.ts';
import type { Request } from '#ocpp/v16/actions.ts';
import { formatTimestamp } from '#ocpp/v16/timestamp.ts';
import type { Clock } from '../clock.ts';
import type { SiteDesk } from '../site/site-desk.ts';
import { answerOf } from './call-station.ts';
import { type LastHeldByNumber, reckonList } from './reckon-list.ts';

/** Brings a station's local list to our cards: the difference, or all of it with `whole`. */
export type SendList = (
  connection: StationConnection,
  station: StationId,
  whole: boolean,
) => Promise<StationAnswer>;

export interface ListTools {
  readonly desk: SiteDesk;
  readonly clock: Clock;
  /** Where and when each card was last held, for the order in which cards find room. */
  readonly lastHeld: () => Promise<LastHeldByNumber>;
  /** In test-tool mode nothing is asked that nobody ordered. */
  readonly mayAsk: () => boolean;
}

export function listSender(tools: ListTools): SendList {
  const { desk, clock } = tools;

  return async (connection, station, whole) => {
    if (tools.mayAsk()) await readAbilities(connection, station);
    const stationVersion = await versionAt(connection, station);
    // Some stations say that they have no list and take one all the same: what is ordered whole is tried.
    if (stationVersion === -1 && !whole) return notSupported(station);
    const first = await bring(connection, station, { stationVersion, whole });
    if (first.kind === 'other' || (first.kind === 'refused' && first.wasWhole)) return first.answer;
    // OCPP 1.6 §5.15: after a difference that did not fit, all of it; and once more after what was taken and lost.
    const version = await versionAt(connection, station);
    const second = await bring(connection, station, { stationVersion: version, whole: true });
    if (second.kind === 'lost')
      await change(station, () => ({
        state: { kind: 'lost', found: second.found, at: clock.now(), again: true },
      }));
    return second.answer;
  };

  async function bring(
    connection: StationConnection,
    station: StationId,
    { stationVersion, whole }: { readonly stationVersion: number | null; readonly whole: boolean },
  ): Promise<Brought> {
    const wanted = await wantedAt(station);
    const plan = planList(listOf(station), { wanted: wanted.entries, stationVersion, whole });
    const wasWhole = plan[0]?.type === 'Full';
    for (const message of plan) {
      let written = false;
      const onSent = () => {
        written = true;
      };
      const outcome = await connection.call('SendLocalList', onWire(message), {
        timeoutMs: ANSWER_TIME,
        onSent,
      });
      const answer = answerOf(outcome, written, ({ status }) => ({ status }));
      if (answer.kind !== 'status') return { kind: 'other', answer };
      const { status } = answer;
      if (status === 'Accepted') {
        await taken(station, message, wanted);
        continue;
      }
      if (status === 'NotSupported') await notSupported(station);
      else await change(station, () => ({ state: { kind: 'failed', at: clock.now(), answer: status } }));
      return RETRIED.has(status) ? { kind: 'refused', wasWhole, answer } : { kind: 'other', answer };
    }
    if (plan.length === 0) await taken(station, null, wanted);
    return confirmed(connection, station);
  }

  /** What the station says it has now is the effect; one that does not answer is believed. */
  async function confirmed(connection: StationConnection, station: StationId): Promise<Brought> {
    const found = await versionAt(connection, station);
    const { version, entries } = listOf(station);
    // 0 and -1 say that there is no card on it (OCPP 1.6 §5.10).
    if (found === null || found === version || (found <= 0 && entries.length === 0))
      return { kind: 'other', answer: { kind: 'status', status: 'Accepted' } };
    await change(station, () => ({ state: { kind: 'lost', found, at: clock.now() } }));
    const problem = `the station says version ${found} instead of ${version}`;
    return { kind: 'lost', found, answer: { kind: 'error', problem } };
  }

  /** Where nothing may be asked, the station has the version that it acknowledged last. */
  async function versionAt(connection: StationConnection, station: StationId): Promise<number | null> {
    return tools.mayAsk() ? versionOf(connection) : listOf(station).version;
  }

  async function wantedAt(station: StationId): Promise<WantedList> {
    return reckonList(desk.live, station, { now: clock.now(), lastHeld: await tools.lastHeld() });
  }

  function taken(station: StationId, message: ListMessage | null, { leftOut }: WantedList): Promise<void> {
    return change(station, ({ entries, version }) => ({
      entries: message === null ? entries : afterMessage(entries, message),
      version: message?.version ?? version,
      acknowledgedAt: clock.now(),
      leftOut,
      state: { kind: 'acknowledged' },
    }));
  }

  async function notSupported(station: StationId): Promise<StationAnswer> {
    await change(station, () => ({ state: { kind: 'not-supported', at: clock.now() } }));
    return { kind: 'status', status: 'NotSupported' };
  }

  async function readAbilities(connection: StationConnection, station: StationId): Promise<void> {
    const { abilities } = listOf(station);
    if (abilities.readAt !== null) return;
    const outcome = await connection.call(
      'GetConfiguration',
      { key: ['LocalAuthListMaxLength', 'SendLocalListMaxLength'] },
      { timeoutMs: ANSWER_TIME },
    );
    if (outcome.kind !== 'result') return;
    const { configurationKey = [] } = outcome.response;
    const number = (wanted: string) => {
      const value = configurationKey.find(({ key }) => key === wanted)?.value?.trim() ?? '';
      return /^[1-9]\d{0,8}$/.test(value) ? Number(value) : null;
    };
    await change(station, () => ({
      abilities: {
        capacity: number('LocalAuthListMaxLength'),
        perMessage: number('SendLocalListMaxLength'),
        readAt: clock.now(),
      },
    }));
  }

  function listOf(station: StationId): LocalList {
    return desk.live.localLists.get(station) ?? noList(station);
  }

  function change(
    station: StationId,
    changed: (list: LocalList) => Partial<Omit<LocalList, 'stationId'>>,
  ): Promise<void> {
    return desk.decide((live) => {
      const list = live.localLists.get(station) ?? noList(station);
      return {
        value: undefined,
        changes: [{ kind: 'save-local-list', list: { ...list, ...changed(list) } }],
        told: [{ kind: 'station', stationId: station }],
      };
    });
  }
}

/** What a station says it has: -1 for no list at all, 0 for an empty one; null when it does not say. */
export async function versionOf(connection: StationConnection): Promise<number | null> {
  const outcome = await connection.call('GetLocalListVersion', {}, { timeoutMs: ANSWER_TIME });
  return outcome.kind === 'result' ? outcome.response.listVersion : null;
}

type Brought =
  | { readonly kind: 'refused'; readonly wasWhole: boolean; readonly answer: StationAnswer }
  | { readonly kind: 'lost'; readonly found: number; readonly answer: StationAnswer }
  | { readonly kind: 'other'; readonly answer: StationAnswer };

const RETRIED: ReadonlySet<string> = new Set(['Failed', 'VersionMismatch']);

function onWire({ type, version, put, remove }: ListMessage): Request<'SendLocalList'> {
  return {
    listVersion: version,
    updateType: type,
    localAuthorizationList: [...remove.map((idTag) => ({ idTag })), ...put.map(entryOnWire)],
  };
}

function entryOnWire({ idTag, status, expiresAt, group }: ListEntry) {
  return {
    idTag,
    idTagInfo: {
      status,
      ...(expiresAt === null ? {} : { expiryDate: formatTimestamp(expiresAt) }),
      ...(group === null ? {} : { parentIdTag: group }),
    },
  };
}
