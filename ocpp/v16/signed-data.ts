import type { MeterValue } from './meter-value.ts';

/**
 * How a signed value travelled: as JSON in the value (OCA, "Signed Meter Values in OCPP" 3.2.1), as the meter's own text, or as
 * its bytes in hex (OCPP 1.6 §7.46) or Base64.
 */
export type SignedTransport = 'oca-json' | 'plain' | 'hex' | 'base64';

/** Signed meter data as the meter made it, and what the station says of it. */
export interface SignedData {
  readonly transport: SignedTransport;
  /** Byte for byte. */
  readonly bytes: Uint8Array;
  /** `encodingMethod`: OCMF, EDL … Empty where the station does not say. */
  readonly encodingMethod: string;
  /** `publicKey`, in whatever spelling; null where none came along. */
  readonly publicKey: string | null;
}

/** Signed data and where in a message it stood. */
export interface PlacedSignedData extends SignedData {
  /** Which meter value, and which sampled value of it. */
  readonly place: readonly [meterValue: number, sampledValue: number];
  /** As the station wrote it. */
  readonly timestamp: string;
  /** Null where the station gave none: Sample.Periodic then (OCPP 1.6 §7.43). */
  readonly context: string | null;
}

/** Whether a value is signed: it says so (the white paper also spells it `signedData`), or nobody can take it for anything else. */
export function isSigned({
  format,
  value,
}: {
  readonly format?: string | undefined;
  readonly value: string;
}): boolean {
  return format?.toLowerCase() === 'signeddata' || (value.length > LONGEST_NUMBER && looksSigned(value));
}

/** Most values are numbers, and not looked into. */
const LONGEST_NUMBER = 40;

/** The signed data of MeterValues or transactionData, in the order in which it stands there. */
export function signedDataIn(meterValues: readonly MeterValue[]): readonly PlacedSignedData[] {
  return meterValues.flatMap(({ timestamp, sampledValue }, outer) =>
    sampledValue.flatMap((sampled, inner) =>
      isSigned(sampled)
        ? [
            {
              ...readSignedData(sampled.value),
              place: [outer, inner] as const,
              timestamp,
              context: sampled.context ?? null,
            },
          ]
        : [],
    ),
  );
}

/** Unwraps one signed value. What is in none of the known wrappings is kept as it came. */
export function readSignedData(value: string): SignedData {
  const wrapped = ocaFields(value);
  if (wrapped === null) return { ...unwrapped(value), encodingMethod: '', publicKey: null };
  return {
    transport: 'oca-json',
    bytes: ocaBytes(wrapped.signedMeterData),
    encodingMethod: textOf(wrapped.encodingMethod) ?? '',
    publicKey: textOf(wrapped.publicKey) || null,
  };
}

/** Whether a text is an OCMF record or one in a wrapping, without anybody having said so. */
export function looksSigned(value: string): boolean {
  return isOcmfText(value) || ocaFields(value) !== null;
}

/** Whether a text is an OCMF record, plain, in hex or in Base64. */
export function isOcmfText(value: string): boolean {
  return OCMF_START.test(value) || unwrapped(value).transport !== 'plain';
}

const OCMF_START = /^\s*OCMF\s*\|/;

interface OcaFields {
  readonly signedMeterData: string;
  readonly encodingMethod?: unknown;
  readonly publicKey?: unknown;
}

function ocaFields(value: string): OcaFields | null {
  if (!value.trimStart().startsWith('{') || !value.includes('signedMeterData')) return null;
  try {
    const parsed: unknown = JSON.parse(value);
    return isOcaFields(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

export function isOcaFields(value: unknown): value is OcaFields {
  if (typeof value !== 'object' || value === null || !('signedMeterData' in value)) return false;
  return typeof value.signedMeterData === 'string';
}

/** Base64 as the white paper has it; some stations leave the record as it is, or write it in hex. */
function ocaBytes(signedMeterData: string): Uint8Array {
  const { transport, bytes } = unwrapped(signedMeterData);
  if (transport !== 'plain' || OCMF_START.test(signedMeterData)) return bytes;
  return bytesOfBase64(signedMeterData) ?? bytes;
}

function unwrapped(value: string): Pick<SignedData, 'transport' | 'bytes'> {
  if (!OCMF_START.test(value)) {
    const fromHex = bytesOfHex(value);
    if (fromHex !== null && isOcmf(fromHex)) return { transport: 'hex', bytes: fromHex };
    const fromBase64 = bytesOfBase64(value);
    if (fromBase64 !== null && isOcmf(fromBase64)) return { transport: 'base64', bytes: fromBase64 };
  }
  return { transport: 'plain', bytes: Buffer.from(value, 'utf8') };
}

function isOcmf(bytes: Buffer): boolean {
  return OCMF_START.test(bytes.subarray(0, 32).toString('latin1'));
}

function bytesOfHex(text: string): Buffer | null {
  const digits = text.replace(/\s+/g, '');
  return digits.length % 2 === 0 && /^[0-9a-f]+$/i.test(digits) ? Buffer.from(digits, 'hex') : null;
}

function bytesOfBase64(text: string): Buffer | null {
  const digits = text.replace(/\s+/g, '');
  return /^[\w+/-]+={0,2}$/.test(digits) ? Buffer.from(digits, 'base64') : null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
