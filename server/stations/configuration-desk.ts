import type { StationId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import type { ConfigurationChange } from '#core/stations/configuration.ts';
import { compareWithTemplate } from '#core/stations/configuration-template.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { SiteDesk } from '../site/site-desk.ts';
import type { Ask } from './ask-station.ts';
import { behaviourOf } from './behaviour-of.ts';
import { answerOf, keepChange, readBack } from './change-setting.ts';
import type { ConnectedStations } from './connected-stations.ts';
import { keepReading, keepSingleKeys, keepTemplate } from './keep-reading.ts';
import { mostKeys, type ReadingTools, readKeys, readWholeConfiguration } from './read-configuration.ts';
import { templateProblem } from './template-problem.ts';

/** A change of one key that somebody wants. */
export interface SettingWish {
  readonly key: string;
  readonly value: string;
  readonly who: string;
  readonly templateId?: number;
}

export type Business = 'reading' | 'changing';

/** Reads and changes what stations are set to: of one station one thing after the other. */
export interface ConfigurationDesk {
  busyWith(station: StationId): Business | null;
  /** The template that is being sent right now. */
  applying(station: StationId): number | null;
  /** Reads everything, or some keys. Resolves when it is stored. */
  read(station: StationId, keys?: readonly string[]): Promise<void>;
  /** Changes a key, waits for the answer, and reads it back unless nothing may be asked unasked. */
  change(station: StationId, wish: SettingWish): Promise<ConfigurationChange>;
  /** Sends what differs from a template, key by key. Resolves when all is done. */
  apply(station: StationId, templateId: number, who: string): Promise<void>;
  /** Keys that the station has taken and that wait for its restart. */
  awaitingRestart(station: StationId): ReadonlySet<string>;
  /** Since when the latest of them waits. */
  waitingSince(station: StationId): Instant | null;
  /** The station has restarted, and these were read again. */
  restarted(station: StationId): void;
}

export interface ConfigurationTools {
  readonly desk: SiteDesk;
  readonly stations: ConnectedStations;
  readonly ask: Ask;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether nothing may be asked of stations that a person has not asked for. */
  readonly isTestTool: () => boolean;
}

export function openConfigurationDesk(tools: ConfigurationTools): ConfigurationDesk {
  const { desk, stations, ask, clock } = tools;
  const turns = new Map<StationId, Promise<unknown>>();
  const busy = new Map<StationId, Business>();
  const applied = new Map<StationId, number>();
  const waiting = new Map<StationId, { readonly keys: ReadonlySet<string>; readonly since: Instant }>();

  return {
    busyWith: (station) => busy.get(station) ?? null,
    applying: (station) => applied.get(station) ?? null,
    awaitingRestart: (station) => waiting.get(station)?.keys ?? NO_KEYS,
    waitingSince: (station) => waiting.get(station)?.since ?? null,
    restarted: (station) => void waiting.delete(station),

    read: (station, keys) =>
      inTurn(station, 'reading', async () => {
        if (keys === undefined) return readWhole(station);
        const most = mostKeys(entriesOf(station)) ?? 1;
        await keepSingleKeys(tools, station, await readKeys(keys, most, toolsFor(station)));
      }),

    change: (station, wish) => inTurn(station, 'changing', () => change(station, wish)),

    apply: (station, templateId, who) =>
      inTurn(station, 'changing', async () => {
        const template = desk.live.templates.get(templateId);
        if (template === undefined) return;
        applied.set(station, templateId);
        try {
          // Every write wears the station's memory: what it has already is not sent.
          if (!tools.isTestTool() && (desk.live.configurations.get(station)?.readAt ?? null) === null)
            await readWhole(station);
          await keepTemplate(tools, station, { id: templateId, name: template.name, by: who });
          const different = compareWithTemplate(
            template,
            desk.live.configurations.get(station) ?? null,
          ).filter(({ state }) => state === 'different' || state === 'not-read');
          for (const difference of different) {
            // What does not fit this station is shown beside the key, and sent only by hand.
            if (templateProblem(desk.live, station, difference) !== null) continue;
            const { key, wanted } = difference;
            const { answer } = await change(station, { key, value: wanted, who, templateId });
            if (answer.kind === 'not-connected') return;
          }
        } finally {
          applied.delete(station);
        }
      }),
  };

  async function readWhole(station: StationId): Promise<void> {
    await keepReading(tools, station, await readWholeConfiguration(toolsFor(station)));
  }

  async function change(station: StationId, wish: SettingWish): Promise<ConfigurationChange> {
    const { key, value } = wish;
    const at = clock.now();
    const answer = answerOf(await ask(station, 'ChangeConfiguration', { key, value }));
    if (answer.kind === 'reboot-required')
      waiting.set(station, {
        keys: new Set([...(waiting.get(station)?.keys ?? []), key]),
        since: clock.now(),
      });
    // A conformance tool takes a question that it did not order for a fault of ours.
    const entry = tools.isTestTool() ? null : await readBack(toolsFor(station), key, answer);
    return keepChange(tools, station, { wish, at, answer, entry });
  }

  /** One after the other: an answer has to belong to what was asked last. */
  function inTurn<T>(station: StationId, business: Business, work: () => Promise<T>): Promise<T> {
    const before = turns.get(station) ?? Promise.resolve();
    const mine = before.then(async () => {
      busy.set(station, business);
      tell(station);
      try {
        return await work();
      } finally {
        busy.delete(station);
        if (turns.get(station) === settled) turns.delete(station);
        tell(station);
      }
    });
    const settled: Promise<unknown> = mine.catch(() => undefined);
    turns.set(station, settled);
    return mine;
  }

  function tell(station: StationId): void {
    void desk
      .decide(() => ({
        value: undefined,
        changes: [],
        told: [{ kind: 'configuration', stationId: station }],
      }))
      .catch((error: unknown) => tools.log.error({ err: error, stationId: station }, 'reading not told'));
  }

  function toolsFor(station: StationId): ReadingTools {
    const line = stations.line(station);
    return {
      ask: (keys) => ask(station, 'GetConfiguration', keys.length === 0 ? {} : { key: [...keys] }),
      isOnLine: () => stations.line(station) === line,
      now: (): Instant => clock.now(),
      behaviour: behaviourOf(desk.live, station),
      knownKeys: entriesOf(station).map(({ key }) => key),
    };
  }

  function entriesOf(station: StationId) {
    return desk.live.configurations.get(station)?.entries ?? [];
  }
}

const NO_KEYS: ReadonlySet<string> = new Set();
