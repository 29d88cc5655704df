import type { Instant } from '#core/shared/units.ts';
import type { ConfigurationEntry } from '#core/stations/configuration.ts';
import { STANDARD_KEYS } from '#core/stations/standard-keys.ts';
import type { Behaviour } from '#core/stations/switches.ts';
import type { Response } from '#ocpp/v16/actions.ts';
import { isSecretKey } from '#ocpp/v16/mask-secrets.ts';
import type { Asked } from './ask-station.ts';

/** What came of reading a station. */
export interface Reading {
  readonly entries: readonly ConfigurationEntry[];
  readonly unknown: readonly string[];
  /** False when the station broke off or did not answer for some keys. */
  readonly whole: boolean;
  /** Its line broke while this was asked: the key, or the configuration as a whole. */
  readonly brokeAt: string | 'whole' | null;
}

export interface ReadingTools {
  /** Asks for keys; for all with none. */
  readonly ask: (keys: readonly string[]) => Promise<Asked<'GetConfiguration'>>;
  /** Whether the line on which the reading began still stands. */
  readonly isOnLine: () => boolean;
  readonly now: () => Instant;
  readonly behaviour: Pick<Behaviour, 'configurationReading' | 'avoidedKeys'>;
  /** Keys that it is known to have besides those of the standard. */
  readonly knownKeys: readonly string[];
}

/** After so many keys without an answer, one after the other, a station is left alone. */
const MOST_SILENCES = 3;

/**
 * Reads everything a station tells of its settings. Some tell only as many keys as `GetConfigurationMaxKeys` allows:
 * the rest is asked for in such portions (OCPP 1.6 §9.1.7). Some break their long answer off (Grizzl-E): those are
 * asked for one key at a time.
 */
export async function readWholeConfiguration(tools: ReadingTools): Promise<Reading> {
  const { avoidedKeys, configurationReading } = tools.behaviour;
  if (configurationReading === 'key-by-key' || avoidedKeys.length > 0)
    return readKeys(keysToAsk(tools, NOTHING), 1, tools);
  const asked = await tools.ask([]);
  if (asked.kind === 'not-connected') return { ...NOTHING, whole: false };
  if (asked.kind === 'no-answer' && !tools.isOnLine()) return { ...NOTHING, whole: false, brokeAt: 'whole' };
  const first = asked.kind === 'answered' ? understood(asked.response, tools.now()) : NOTHING;
  if (first.entries.length === 0) return readKeys(keysToAsk(tools, NOTHING), 1, tools);
  const most = mostKeys(first.entries);
  if (most === null || first.entries.length < most) return first;
  return merged(first, await readKeys(keysToAsk(tools, first), most, tools));
}

/** Reads some keys, at most so many at a time. */
export async function readKeys(
  keys: readonly string[],
  most: number,
  tools: Omit<ReadingTools, 'knownKeys' | 'behaviour'>,
): Promise<Reading> {
  let reading = NOTHING;
  let silences = 0;
  for (let from = 0; from < keys.length; from += most) {
    const portion = keys.slice(from, from + most);
    const asked = await tools.ask(portion);
    if (asked.kind === 'answered') {
      silences = 0;
      reading = merged(reading, understood(asked.response, tools.now()));
      continue;
    }
    reading = { ...reading, whole: false };
    if (asked.kind === 'not-connected') return reading;
    if (asked.kind !== 'no-answer') continue;
    if (!tools.isOnLine())
      return { ...reading, brokeAt: portion.length === 1 ? (portion[0] ?? null) : 'whole' };
    silences += 1;
    if (silences === MOST_SILENCES) return reading;
  }
  return reading;
}

/** At most so many keys may be asked for at once; null where the station does not say. */
export function mostKeys(entries: readonly ConfigurationEntry[]): number | null {
  const said = entries.find(({ key }) => key.toLowerCase() === 'getconfigurationmaxkeys')?.value ?? '';
  const most = Number(said);
  return /^\d+$/.test(said) && most > 0 ? most : null;
}

const NOTHING: Reading = { entries: [], unknown: [], whole: true, brokeAt: null };

function understood(
  { configurationKey = [], unknownKey = [] }: Response<'GetConfiguration'>,
  now: Instant,
): Reading {
  const entries = configurationKey.map(({ key, readonly, value = null }) => {
    const secret = isSecretKey(key);
    return { key, readOnly: readonly, value: secret ? null : value, secret, readAt: now };
  });
  return { ...NOTHING, entries, unknown: unknownKey };
}

function merged(first: Reading, second: Reading): Reading {
  const known = new Set(first.entries.map(({ key }) => key));
  return {
    entries: [...first.entries, ...second.entries.filter(({ key }) => !known.has(key))],
    unknown: [...new Set([...first.unknown, ...second.unknown])],
    whole: first.whole && second.whole,
    brokeAt: second.brokeAt,
  };
}

function keysToAsk(
  { knownKeys, behaviour }: Pick<ReadingTools, 'knownKeys' | 'behaviour'>,
  read: Reading,
): readonly string[] {
  const done = new Set(read.entries.map(({ key }) => key.toLowerCase()));
  const avoided = new Set(behaviour.avoidedKeys.map((key) => key.toLowerCase()));
  return [...new Set([...STANDARD_KEYS.keys(), ...knownKeys])].filter((key) => {
    const folded = key.toLowerCase();
    return !done.has(folded) && !avoided.has(folded) && !isSecretKey(key);
  });
}
