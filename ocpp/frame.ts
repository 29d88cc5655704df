import type { CallErrorCode } from './call-error.ts';
import { isTooDeep, MAX_FRAME_DEPTH } from './frame-depth.ts';
import type { DeviationKind } from './v16/deviation.ts';

/** What one WebSocket text message says (OCPP-J 1.6 §4.2). */
export type DecodedFrame = CallFrame | CallResultFrame | CallErrorFrame | FrameFault;

export interface CallFrame {
  readonly kind: 'call';
  readonly messageId: string;
  readonly action: string;
  readonly payload: unknown;
  readonly oddities: readonly DeviationKind[];
}

export interface CallResultFrame {
  readonly kind: 'result';
  readonly messageId: string;
  readonly payload: unknown;
  readonly oddities: readonly DeviationKind[];
}

export interface CallErrorFrame {
  readonly kind: 'error';
  readonly messageId: string;
  readonly code: string;
  readonly description: string;
  readonly oddities: readonly DeviationKind[];
}

/** A message that is no frame. `call` is filled when it can still be told which call it was meant to be. */
export interface FrameFault {
  readonly kind: 'fault';
  readonly fault: FrameFaultKind;
  readonly call: { readonly messageId: string; readonly action: string } | undefined;
  readonly oddities: readonly DeviationKind[];
}

export type FrameFaultKind =
  | 'too-deep'
  | 'not-json'
  | 'not-a-list'
  | 'wrong-length'
  | 'unknown-message-type'
  | 'bad-message-id'
  | 'bad-action'
  | 'bad-payload';

const MAX_MESSAGE_ID_LENGTH = 36;

/** Reads one frame. Pure; never throws. The length of the text is the caller's to limit. */
export function decodeFrame(text: string): DecodedFrame {
  const trimmed = trimFrame(text);
  const oddities: DeviationKind[] = trimmed.length === text.length ? none : ['frame-padded'];
  if (isTooDeep(trimmed, MAX_FRAME_DEPTH)) return fault('too-deep', oddities, callIn(trimmed));

  const parts = parseJson(trimmed);
  if (parts === undefined) return fault('not-json', oddities);
  if (!Array.isArray(parts)) return fault('not-a-list', oddities);

  const [messageType, rawId] = parts as unknown[];
  if (messageType !== CALL && messageType !== CALLRESULT && messageType !== CALLERROR) {
    return fault('unknown-message-type', oddities);
  }
  if (!isUsableId(rawId)) return fault('bad-message-id', oddities);
  const messageId = String(rawId);
  const noted = idIsPlain(rawId) ? oddities : [...oddities, ...oddIdOf(rawId)];
  if (messageType === CALL) return decodeCall(parts, messageId, noted);
  return messageType === CALLRESULT
    ? decodeResult(parts, messageId, noted)
    : decodeError(parts, messageId, noted);
}

/** The text of a CALL. The payload must already be known to be valid. */
export function encodeCall(messageId: string, action: string, payload: object): string {
  return `[2,${JSON.stringify(messageId)},"${action}",${JSON.stringify(payload)}]`;
}

/** The text of a CALLRESULT. */
export function encodeCallResult(messageId: string, payload: object): string {
  return `[3,${JSON.stringify(messageId)},${JSON.stringify(payload)}]`;
}

/** The text of a CALLERROR, which always has five elements (OCPP-J 1.6 §4.2.3). */
export function encodeCallError(messageId: string, code: CallErrorCode, description = ''): string {
  // OCPP-J limits the description to 255 characters.
  return `[4,${JSON.stringify(messageId)},"${code}",${JSON.stringify(description.slice(0, 255))},{}]`;
}

/** The same answer for a station that sent its message id as a number and will look for that number. */
export function withNumericMessageId(frame: string, messageId: string): string {
  return frame.replace(`"${messageId}"`, messageId);
}

const CALL = 2;
const CALLRESULT = 3;
const CALLERROR = 4;

/** Shared, so that the ordinary frame costs no list. */
const none: DeviationKind[] = [];

function decodeCall(parts: readonly unknown[], messageId: string, oddities: DeviationKind[]): DecodedFrame {
  const [, , action, payload] = parts;
  if (typeof action !== 'string' || action === '') return fault('bad-action', oddities);
  const call = { messageId, action };
  if (parts.length !== 4) return fault('wrong-length', oddities, call);
  // OCPP-J 1.6 §4.2.1: null and {} both mean "no fields".
  if (payload === null) {
    return { kind: 'call', messageId, action, payload: {}, oddities: [...oddities, 'payload-null'] };
  }
  if (!isObject(payload)) return fault('bad-payload', oddities, call);
  return { kind: 'call', messageId, action, payload, oddities };
}

function decodeResult(parts: readonly unknown[], messageId: string, oddities: DeviationKind[]): DecodedFrame {
  if (parts.length !== 3) return fault('wrong-length', oddities);
  const payload = parts[2];
  if (payload === null) {
    return { kind: 'result', messageId, payload: {}, oddities: [...oddities, 'payload-null'] };
  }
  return { kind: 'result', messageId, payload, oddities };
}

function decodeError(parts: readonly unknown[], messageId: string, oddities: DeviationKind[]): DecodedFrame {
  if (parts.length < 3 || parts.length > 5) return fault('wrong-length', oddities);
  const [, , code, description] = parts;
  return {
    kind: 'error',
    messageId,
    code: typeof code === 'string' ? code : 'GenericError',
    description: typeof description === 'string' ? description : '',
    oddities: parts.length === 5 ? oddities : [...oddities, 'error-incomplete'],
  };
}

function fault(
  kind: FrameFaultKind,
  oddities: readonly DeviationKind[],
  call?: { messageId: string; action: string },
): FrameFault {
  return { kind: 'fault', fault: kind, call, oddities };
}

/** Ids of up to 255 characters are echoed; what is longer was never meant as an id. */
function isUsableId(id: unknown): id is string | number {
  return typeof id === 'string' ? id.length <= 255 : typeof id === 'number' && Number.isFinite(id);
}

function idIsPlain(id: string | number): boolean {
  return typeof id === 'string' && id !== '' && id.length <= MAX_MESSAGE_ID_LENGTH;
}

function oddIdOf(id: string | number): readonly DeviationKind[] {
  if (typeof id === 'number') return ['message-id-number'];
  return id === '' ? ['message-id-empty'] : ['message-id-too-long'];
}

/** Which call the start of an unparsed text announces, if it can be told. */
function callIn(text: string): { messageId: string; action: string } | undefined {
  const opening = text.search(/[{[]/) === 0 ? text.slice(1).search(/[{[]/) : -1;
  if (opening < 0) return undefined;
  const head = text.slice(0, opening + 1).trimEnd();
  const parts = parseJson(`${head.endsWith(',') ? head.slice(0, -1) : head}]`);
  if (!Array.isArray(parts)) return undefined;
  const [messageType, messageId, action] = parts as unknown[];
  if (messageType !== CALL || typeof messageId !== 'string' || typeof action !== 'string') return undefined;
  return { messageId, action };
}

function trimFrame(text: string): string {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  // String.trim also takes the byte order mark away, which some stations send.
  return first === OPENING && last === CLOSING ? text : text.trim();
}

const OPENING = 0x5b;
const CLOSING = 0x5d;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
