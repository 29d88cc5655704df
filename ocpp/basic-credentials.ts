/** Name and password of a handshake, with every form in which the password may have been meant. */
export interface Credentials {
  readonly username: string;
  readonly passwords: readonly Buffer[];
}

export interface ReadCredentials {
  readonly credentials: Credentials;
  readonly schemeMisspelt: boolean;
}

/**
 * Reads an `Authorization: Basic` header. Security paper A00.FR.205: the key is 16 to 20 bytes and travels as
 * such, yet some stations send its hex text (Zaptec can be switched); so both forms are offered. A station id
 * may contain a colon, hence it is asked for first.
 */
export function readBasicCredentials(
  header: string | undefined,
  stationId: string,
): ReadCredentials | undefined {
  const match = header === undefined ? null : basicHeader.exec(header);
  if (match?.[2] === undefined) return undefined;

  const decoded = Buffer.from(match[2], 'base64');
  const ownName = Buffer.from(`${stationId}:`);
  const nameLength = decoded.subarray(0, ownName.length).equals(ownName)
    ? ownName.length - 1
    : decoded.indexOf(0x3a);
  if (nameLength < 0) return undefined;

  return {
    credentials: {
      username: decoded.toString('utf8', 0, nameLength),
      passwords: passwordForms(decoded.subarray(nameLength + 1)),
    },
    schemeMisspelt: match[1] === ':',
  };
}

const basicHeader = /^basic(:?) *([a-z0-9+/]+={0,2}) *$/i;
const hexKey = /^(?:[0-9a-f]{2}){8,20}$/i;

function passwordForms(raw: Buffer): readonly Buffer[] {
  const asText = raw.toString('latin1');
  if (hexKey.test(asText)) return [raw, Buffer.from(asText, 'hex')];
  if (raw.length < 16 || raw.length > 20 || isPrintable(raw)) return [raw];
  const hex = raw.toString('hex');
  return [raw, Buffer.from(hex), Buffer.from(hex.toUpperCase())];
}

function isPrintable(bytes: Buffer): boolean {
  return bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
}
