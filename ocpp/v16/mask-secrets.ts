/** Keys of GetConfiguration and ChangeConfiguration whose values must not be seen in journals. */
const secretKeys: ReadonlySet<string> = new Set(['authorizationkey']);

const MASK = '•••';

/** The payload with the values of secret configuration keys replaced; the same object when there are none. */
export function maskSecrets<T extends object>(payload: T): T {
  if (isSecretEntry(payload)) return { ...payload, value: MASK };
  const entries = 'configurationKey' in payload ? payload.configurationKey : undefined;
  if (!Array.isArray(entries) || !entries.some(isSecretEntry)) return payload;
  return {
    ...payload,
    configurationKey: entries.map((entry) => (isSecretEntry(entry) ? { ...entry, value: MASK } : entry)),
  };
}

function isSecretEntry(entry: unknown): entry is { readonly key: string; readonly value: unknown } {
  if (typeof entry !== 'object' || entry === null || !('key' in entry) || !('value' in entry)) return false;
  return typeof entry.key === 'string' && secretKeys.has(entry.key.toLowerCase());
}
