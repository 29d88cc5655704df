import type { Socket } from 'node:net';
import { type MaskedFrame, maskedFrame } from './masked-frame.ts';
import { firstStepOf, type Moment, SITE_STEPS, type Step, textOf } from './site-mix.ts';

/** One connection of the load, with at most one message out. */
export interface StationConnection {
  /** Whether a message waits for its answer. */
  readonly waiting: boolean;
  /** Sends the next message. `sinceMs` is what its latency counts from. */
  sendNext(sinceMs: number): void;
  /** Sends one message out of turn. */
  send(step: Step, sinceMs: number): void;
}

export interface StationOptions {
  readonly socket: Socket;
  readonly number: number;
  readonly mix: 'site' | 'heartbeats';
  onAnswer(connection: StationConnection, sinceMs: number): void;
}

const POWER_W = 11_000;
const FIRST_REGISTER_WH = 1_000_000;

export function createStationConnection(options: StationOptions): StationConnection {
  const { socket, number, mix } = options;
  const openedAtMs = Date.now();
  const mask = (0x9e3779b1 * (number + 1)) >>> 0;
  const idTag = `CARD${number}`;
  let place = firstStepOf(number);
  let messages = 0;
  let transactionId = 1;
  let sinceMs = 0;
  let waiting = false;
  let rest: Buffer | null = null;
  let values: PatchedValues | null = null;

  socket.on('data', hear);

  const connection: StationConnection = {
    get waiting() {
      return waiting;
    },

    sendNext(since) {
      if (mix === 'heartbeats') return connection.send('heartbeat', since);
      const step = SITE_STEPS[place] ?? 'values';
      place = (place + 1) % SITE_STEPS.length;
      connection.send(step, since);
    },

    send(step, since) {
      sinceMs = since;
      waiting = true;
      messages += 1;
      const messageId = String(100_000_000 + messages);
      const nowMs = Date.now();
      const moment: Moment = { timestamp: isoTime(nowMs), register: registerAt(nowMs) };
      if (step === 'values') {
        values ??= patchedValues({ messageId, idTag, transactionId }, moment, mask);
        socket.write(values.at(messageId, moment));
        return;
      }
      if (step === 'start') values = null;
      socket.write(maskedFrame(textOf(step, { messageId, idTag, transactionId }, moment), mask).bytes);
    },
  };
  return connection;

  function registerAt(nowMs: number): string {
    return (FIRST_REGISTER_WH + ((nowMs - openedAtMs) * POWER_W) / 3_600_000).toFixed(3);
  }

  /** Takes whole messages out of what arrives; servers neither mask nor, at these lengths, fragment. */
  function hear(chunk: Buffer): void {
    let data = rest === null ? chunk : Buffer.concat([rest, chunk]);
    rest = null;
    while (data.length > 0) {
      const size = frameSize(data);
      if (size === null || data.length < size) {
        rest = data;
        return;
      }
      take(data.subarray(0, size));
      data = data.subarray(size);
    }
  }

  function take(frame: Buffer): void {
    if (frame[0] !== FINAL_TEXT || !waiting) return;
    const start = frame.indexOf(TRANSACTION);
    if (start > 0 && frame.length < LONGEST_CONFIRMATION)
      transactionId = Number.parseInt(frame.toString('latin1', start + TRANSACTION.length), 10);
    waiting = false;
    options.onAnswer(connection, sinceMs);
  }
}

const FINAL_TEXT = 0x81;
const TRANSACTION = '"transactionId":';
/** An echoed MeterValues holds a transaction as well; only the short answer to a start gives a new one. */
const LONGEST_CONFIRMATION = 300;

function frameSize(data: Buffer): number | null {
  const length = data[1];
  if (length === undefined) return null;
  if (length < 126) return 2 + length;
  return data.length < 4 ? null : 4 + data.readUInt16BE(2);
}

interface PatchedValues {
  /** The bytes to send; valid until asked again. */
  at(messageId: string, moment: Moment): Buffer;
}

/** MeterValues of one session, in which only id, time and register change. */
function patchedValues(speaker: Parameters<typeof textOf>[1], first: Moment, mask: number): PatchedValues {
  const text = textOf('values', speaker, first);
  const frame: MaskedFrame = maskedFrame(text, mask);
  const idAt = text.indexOf(speaker.messageId);
  const timeAt = text.indexOf(first.timestamp);
  const registerAt = text.indexOf(first.register);
  return {
    at(messageId, { timestamp, register }) {
      frame.overwrite(idAt, messageId);
      frame.overwrite(timeAt, timestamp);
      frame.overwrite(registerAt, register);
      return frame.bytes;
    },
  };
}

let formatted = { ms: 0, text: '' };

/** Many messages fall into one millisecond. */
function isoTime(ms: number): string {
  if (formatted.ms !== ms) formatted = { ms, text: new Date(ms).toISOString() };
  return formatted.text;
}
