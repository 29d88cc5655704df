import type { StationReply } from './link.ts';

/** A call of the central system, as it reached the station. */
export interface HeardCommand {
  readonly action: string;
  readonly request: unknown;
}

/** What a station says instead of its ordinary answer; undefined leaves it at that. */
export type ScriptedReply = (request: unknown, messageId: string) => StationReply | undefined;

/** The answers of a station: its own, unless a script says otherwise. */
export interface Script {
  readonly heard: readonly HeardCommand[];
  answers(action: string, reply: ScriptedReply): void;
  reply(action: string, request: unknown, messageId: string): StationReply;
}

/** A station remembers that many calls. */
const MOST_HEARD = 1_000;

export function createScript(ordinary: (action: string, request: unknown) => StationReply): Script {
  const heard: HeardCommand[] = [];
  const scripted = new Map<string, ScriptedReply>();
  return {
    heard,
    answers: (action, reply) => void scripted.set(action, reply),
    reply(action, request, messageId) {
      heard.push({ action, request });
      if (heard.length > MOST_HEARD) heard.shift();
      return scripted.get(action)?.(request, messageId) ?? ordinary(action, request);
    },
  };
}
