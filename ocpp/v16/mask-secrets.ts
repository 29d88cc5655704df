import { isTooDeep, MAX_FRAME_DEPTH } from '../frame-depth.ts';
import { isOcmfText, looksSigned } from './signed-data.ts';

/** Whether the value of a configuration key must not be seen or kept anywhere; makers have their own besides the standard's. */
export function isSecretKey(key: string): boolean {
  return secretWord.test(key);
}

/** `AuthorizationKey`, `WifiPassword`, `WifiPwd`, `OcppToken`, `SIM-PIN`, `wlan_psk` … An id token is a card. */
const secretWord =
  /authorizationkey|passw(or)?d|passphrase|pwd|secret|(?<!id[-_. ]?)token|psk|shared[-_. ]?key|private[-_. ]?key|api[-_. ]?key|apn[-_. ]?user|sim[-_. ]?pin/i;

const MASK = '•••';

/** An address without the name and password that may stand in it (RFC 3986 §3.2.1). */
export function maskAddress(address: string): string {
  return address.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#\s]*@/i, `$1${MASK}@`);
}

/** The payload with passwords replaced: those of configuration keys, and those in addresses of files. The same object when there are none. */
export function maskSecrets<T extends object>(payload: T): T {
  if (hasAddress(payload)) return maskAddresses(payload);
  if (isSecretEntry(payload)) return { ...payload, value: MASK };
  if (hasVendorData(payload)) return { ...payload, data: maskText(payload.data) };
  const entries = 'configurationKey' in payload ? payload.configurationKey : undefined;
  if (!Array.isArray(entries) || !entries.some(isSecretEntry)) return payload;
  return {
    ...payload,
    configurationKey: entries.map((entry) => (isSecretEntry(entry) ? { ...entry, value: MASK } : entry)),
  };
}

function hasAddress(payload: object): boolean {
  return 'location' in payload || 'log' in payload || 'firmware' in payload;
}

/** Of GetDiagnostics, UpdateFirmware, GetLog and SignedUpdateFirmware. */
function maskAddresses<T extends object>(payload: T): T {
  return JSON.parse(
    JSON.stringify(payload, (name, value) =>
      (name === 'location' || name === 'remoteLocation') && typeof value === 'string'
        ? maskAddress(value)
        : value,
    ),
  ) as T;
}

/** The text of a frame without secrets: values of configuration keys, and what a vendor's message calls a secret. */
export function maskFrame(raw: string): string {
  if (!secretWord.test(raw)) return raw;
  return (
    withoutSecrets(raw, (field, text) => (field === 'data' ? maskText(text) : text)) ?? maskUnreadable(raw)
  );
}

/** What a vendor's message holds (OCPP 1.6 §6.19): any text, often JSON once more. */
export function maskText(text: string): string {
  if (!secretWord.test(text) || isOcmfText(text)) return text;
  const ofStrings = (field: string, inner: string) => {
    if (OPEN_FIELDS.has(field)) return inner;
    return looksSigned(inner) ? maskText(inner) : maskUnreadable(inner);
  };
  return withoutSecrets(text, ofStrings) ?? maskUnreadable(text);
}

/** Signed meter data must stay as it is: it may say `RFID_PSK`, and its Base64 spells `pwd` now and then. */
const OPEN_FIELDS: ReadonlySet<string> = new Set(['key', 'signedMeterData', 'publicKey']);

/** The same for what cannot be parsed, as an answer that broke off: nothing is left from the secret to the next key. */
export function maskUnreadable(raw: string): string {
  if (!secretWord.test(raw)) return raw;
  return raw.split(beginningOfEntry).map(maskPiece).join('');
}

/** Not found inside the text of a value: there its quotation mark would be escaped. */
const beginningOfEntry = /(?=\{\s*"(?:key|readonly|value)"\s*:)/i;

function maskPiece(piece: string): string {
  const found = secretWord.exec(piece);
  if (found === null) return piece;
  const named = /"key"\s*:\s*"([^"]*)"/i.exec(piece)?.[1] ?? '';
  const value = secretWord.test(named) ? /"value"\s*:\s*/i.exec(piece) : null;
  const from = value ?? found;
  return `${piece.slice(0, from.index + from[0].length)}${MASK}`;
}

/** JSON without its secrets; null when it is none. */
function withoutSecrets(text: string, ofStrings: (field: string, text: string) => string): string | null {
  if (isTooDeep(text, MAX_FRAME_DEPTH)) return null;
  try {
    return JSON.stringify(
      JSON.parse(text.trim(), (name, value) =>
        typeof value === 'string' ? ofStrings(name, value) : withoutOwnSecrets(value),
      ),
    );
  } catch {
    return null;
  }
}

/** Of one object: its value if its key is secret, and fields that are named as secrets are. */
function withoutOwnSecrets(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const masked = isSecretEntry(value) ? { ...value, value: MASK } : value;
  return Object.fromEntries(
    Object.entries(masked).map(([name, inner]) =>
      secretWord.test(name) && (typeof inner === 'string' || typeof inner === 'number')
        ? [name, MASK]
        : [name, inner],
    ),
  );
}

function hasVendorData(payload: object): payload is { readonly data: string } {
  return 'data' in payload && typeof payload.data === 'string';
}

function isSecretEntry(entry: unknown): entry is { readonly key: string; readonly value: unknown } {
  if (typeof entry !== 'object' || entry === null || !('key' in entry) || !('value' in entry)) return false;
  return typeof entry.key === 'string' && isSecretKey(entry.key);
}
