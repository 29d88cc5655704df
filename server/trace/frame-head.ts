/** What a trace needs to know of a frame: what it is, whose answer it is, what it asks. */
export interface FrameHead {
  readonly kind: 'call' | 'result' | 'error' | 'unreadable';
  /** As the sender wrote it, also a number. */
  readonly messageId: string | null;
  readonly action: string | null;
}

const UNREADABLE: FrameHead = { kind: 'unreadable', messageId: null, action: null };

/** Type, id and action are a matter of a few characters; nobody reads megabytes of meter values for them. */
const HEAD = /^\s*\[\s*([234])\s*,\s*("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?)\s*(?:,\s*("(?:[^"\\]|\\.)*"))?/;
const LONGEST_HEAD = 1_000;

export function frameHead(text: string): FrameHead {
  const [, type, id, action] = HEAD.exec(text.slice(0, LONGEST_HEAD)) ?? [];
  if (type === undefined || id === undefined) return UNREADABLE;
  const messageId = unquoted(id);
  if (type === '3') return { kind: 'result', messageId, action: null };
  if (type === '4') return { kind: 'error', messageId, action: null };
  return action === undefined ? UNREADABLE : { kind: 'call', messageId, action: unquoted(action) };
}

function unquoted(text: string): string {
  if (!text.startsWith('"')) return text;
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}
