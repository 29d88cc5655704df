import { generateKeyPairSync, sign } from 'node:crypto';
import type { Curve } from '#core/eichrecht/curve.ts';
import { BEGIN, END, type WrittenReading } from '#core/testing/ocmf-payload.ts';

/** A meter with a key of its own. It signs with OpenSSL, which knows nothing of how we verify. */
export interface SigningMeter {
  /** DER in hex, as on a nameplate. */
  readonly publicKey: string;
  /** DER of the signature over a payload. */
  signature(payload: string | Uint8Array): Buffer;
  /** A whole OCMF record. */
  record(payload: string, more?: Readonly<Record<string, string>>): string;
}

export function signingMeter(curve: Curve = 'secp256r1'): SigningMeter {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: OPENSSL_NAME[curve] });
  const signature = (payload: string | Uint8Array) => sign('sha256', Buffer.from(payload), privateKey);
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('hex'),
    signature,
    record(payload, more = {}) {
      const fields = { SA: `ECDSA-${curve}-SHA256`, SD: signature(payload).toString('hex'), ...more };
      return `OCMF|${payload}|${JSON.stringify(fields)}`;
    },
  };
}

/** The same begin and end as a meter signs them whose synchronised clock says these moments, in milliseconds since 1970. */
export function readingsAt(from: number, to: number): readonly [WrittenReading, WrittenReading] {
  return [
    { ...BEGIN, TM: meterTime(from) },
    { ...END, TM: meterTime(to) },
  ];
}

/** The same readings with what the register showed at each of them, in Wh. */
export function withRegisters(
  readings: readonly WrittenReading[],
  registersWh: readonly number[],
): readonly WrittenReading[] {
  return readings.map((one, index) => ({ ...one, RV: ((registersWh[index] ?? 0) / 1_000).toFixed(4) }));
}

/** What a station sends along with a stop whose meter signed these records. */
export function signedData(records: readonly string[], timestamp: string): readonly object[] {
  const sampledValue = records.map((value) => ({ value, format: 'SignedData', context: 'Transaction.End' }));
  return sampledValue.length === 0 ? [] : [{ timestamp, sampledValue }];
}

function meterTime(at: number): string {
  return `${new Date(at).toISOString().replace('.', ',').replace('Z', '+0000')} S`;
}

const OPENSSL_NAME: Readonly<Record<Curve, string>> = {
  secp192k1: 'secp192k1',
  secp192r1: 'prime192v1',
  secp256k1: 'secp256k1',
  secp256r1: 'prime256v1',
  secp384r1: 'secp384r1',
  brainpoolP256r1: 'brainpoolP256r1',
  brainpoolP384r1: 'brainpoolP384r1',
};
