/** Whether the value of a configuration key must not be seen or kept anywhere; makers have their own besides the standard's. */
export function isSecretKey(key: string): boolean {
  return key.toLowerCase() === 'authorizationkey' || vendorSecret.test(key);
}

/** `WifiPassword`, `SIM-PIN`, `ApnPasswd`, `wlan_psk`, `ClientSecret` … */
const vendorSecret =
  /passw(or)?d|passphrase|secret|(^|[^a-z])psk|sim[-_. ]?pin|private[-_. ]?key|api[-_. ]?key/i;

const MASK = '•••';

/** An address without the name and password that may stand in it (RFC 3986 §3.2.1). */
export function maskAddress(address: string): string {
  return address.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#\s]*@/i, `$1${MASK}@`);
}

/** The payload with passwords replaced: those of configuration keys, and those in addresses of files. The same object when there are none. */
export function maskSecrets<T extends object>(payload: T): T {
  if (hasAddress(payload)) return maskAddresses(payload);
  if (isSecretEntry(payload)) return { ...payload, value: MASK };
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

/** The text of a frame without the values of secret configuration keys, wherever in it they stand. */
export function maskFrame(raw: string): string {
  if (!secretWord.test(raw)) return raw;
  return JSON.stringify(
    JSON.parse(raw.trim(), (_name, value) => (isSecretEntry(value) ? { ...value, value: MASK } : value)),
  );
}

/** The same for what cannot be parsed, as an answer that broke off: every value beside a secret key is masked. */
export function maskUnreadable(raw: string): string {
  if (!secretWord.test(raw)) return raw;
  return raw.replace(/\{[^{}]*/g, (entry) =>
    secretWord.test(entry) ? entry.replace(/("value"\s*:\s*")[^"]*/gi, `$1${MASK}`) : entry,
  );
}

const secretWord = new RegExp(`authorizationkey|${vendorSecret.source}`, 'i');

function isSecretEntry(entry: unknown): entry is { readonly key: string; readonly value: unknown } {
  if (typeof entry !== 'object' || entry === null || !('key' in entry) || !('value' in entry)) return false;
  return typeof entry.key === 'string' && isSecretKey(entry.key);
}
