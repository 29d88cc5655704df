/** How the keys of an issuer are given: the address of a key set, or its text. */
export interface IssuerKeys {
  readonly by: 'url' | 'stored';
  readonly text: string;
}

/** Whether a pasted text is no key set (RFC 7517 §5); what its keys are worth the server says. */
export function isKeySetMissing(keys: IssuerKeys | null): boolean {
  return keys?.by === 'stored' && keySetIn(keys.text) === undefined;
}

/** What the API is told of them; nothing where they stay as they are. */
export function keysInBody(keys: IssuerKeys | null) {
  if (keys === null) return {};
  if (keys.by === 'url') return { keysUrl: keys.text.trim() };
  const found = keySetIn(keys.text);
  return found === undefined ? {} : { keys: { keys: found } };
}

/** A single key is taken as a set of one. */
function keySetIn(text: string): object[] | undefined {
  const read = jsonIn(text);
  if (!isObject(read)) return undefined;
  if ('kty' in read) return [read];
  if (!('keys' in read) || !Array.isArray(read.keys)) return undefined;
  const keys = read.keys.filter(isObject);
  return keys.length === 0 ? undefined : keys;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
