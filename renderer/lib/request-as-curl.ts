import type { SentRequest } from './sent-requests.ts';

/** Fields whose value nobody should find in a text that was copied. */
const SECRET_FIELD = /password|secret|^current$|^next$|^code$|^key$|pin$/i;
const MASK = '…';

/**
 * The same request for a program, as a command for a POSIX shell. `$TOKEN` is an access token of a client;
 * what is secret is left out.
 */
export function requestAsCurl(
  { method, url, body }: Pick<SentRequest, 'method' | 'url' | 'body'>,
  origin: string,
) {
  const parts = [`curl -X ${method} ${quoted(origin + url)}`, `-H "Authorization: Bearer $TOKEN"`];
  if (body !== undefined)
    parts.push(`-H 'Content-Type: application/json'`, `-d ${quoted(JSON.stringify(masked(body), null, 2))}`);
  return parts.join(' \\\n  ');
}

function masked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [
      field,
      SECRET_FIELD.test(field) && typeof inner === 'string' ? MASK : masked(inner),
    ]),
  );
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
