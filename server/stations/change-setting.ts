import type { StationId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import {
  type ConfigurationAnswer,
  type ConfigurationChange,
  type ConfigurationEntry,
  entryOf,
  neverRead,
  withEntries,
} from '#core/stations/configuration.ts';
import { isSecretKey } from '#ocpp/v16/mask-secrets.ts';
import { logLine } from '../site/log-line.ts';
import type { Asked } from './ask-station.ts';
import type { ConfigurationTools, SettingWish } from './configuration-desk.ts';
import { knownStation } from './known-station.ts';
import { type ReadingTools, readKeys } from './read-configuration.ts';

/** What a station's answer to ChangeConfiguration means. */
export function answerOf(asked: Asked<'ChangeConfiguration'>): ConfigurationAnswer {
  switch (asked.kind) {
    case 'answered':
      return { kind: ANSWERS[asked.response.status] };
    case 'error':
      return { kind: 'error', problem: `${asked.code} ${asked.description}`.trim() };
    case 'invalid-answer':
      return { kind: 'error', problem: asked.problem };
    case 'no-answer':
    case 'not-connected':
      return { kind: asked.kind };
  }
}

const ANSWERS = {
  Accepted: 'accepted',
  RebootRequired: 'reboot-required',
  NotSupported: 'not-supported',
  Rejected: 'rejected',
} as const;

/** What the station has now; a yes is a promise only. Null where it cannot be known or must not be. */
export async function readBack(
  tools: ReadingTools,
  key: string,
  answer: ConfigurationAnswer,
): Promise<ConfigurationEntry | null> {
  if (answer.kind === 'not-connected' || answer.kind === 'not-supported' || isSecretKey(key)) return null;
  if (tools.behaviour.avoidedKeys.some((avoided) => avoided.toLowerCase() === key.toLowerCase())) return null;
  return (await readKeys([key], 1, tools)).entries[0] ?? null;
}

/** Stores a change with what came of it: in the history, in what the station is known to have, and in the logbook. */
export function keepChange(
  { desk, clock }: Pick<ConfigurationTools, 'desk' | 'clock'>,
  stationId: StationId,
  done: {
    readonly wish: SettingWish;
    readonly at: Instant;
    readonly answer: ConfigurationAnswer;
    readonly entry: ConfigurationEntry | null;
  },
): Promise<ConfigurationChange> {
  const { wish, at, answer, entry } = done;
  const secret = isSecretKey(wish.key);
  return desk.decide((live) => {
    const known =
      live.configurations.get(stationId) ??
      neverRead(stationId, knownStation(live, stationId).identity.firmware);
    const before = entryOf(known, wish.key)?.value ?? null;
    const change: ConfigurationChange = {
      stationId,
      at,
      who: wish.who,
      key: wish.key,
      before,
      wanted: secret ? null : wish.value,
      after: entry?.value ?? null,
      answer,
      templateId: wish.templateId ?? null,
    };
    const configuration = {
      ...withEntries(known, entry === null ? [] : [entry]),
      templateId: wish.templateId ?? known.templateId,
    };
    return {
      value: change,
      changes: [
        { kind: 'save-configuration', configuration },
        { kind: 'add-configuration-change', change },
        logLine(clock.now(), 'configuration-changed', {
          stationId,
          actor: wish.who,
          level: answer.kind === 'accepted' || answer.kind === 'reboot-required' ? 'info' : 'attention',
          facts: {
            key: wish.key,
            configurationAnswer: answer.kind,
            from: secret ? '' : (before ?? ''),
            to: secret ? '•••' : wish.value,
          },
        }),
      ],
      told: [{ kind: 'configuration', stationId }, { kind: 'log' }],
    };
  });
}
