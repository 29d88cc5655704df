import { createECDH, createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import type { SampledValue } from '../v16/meter-value.ts';

/** How a signed value travels: as JSON of the white paper ("Signed Meter Values in OCPP" 3.2.1), as it is, or in hex. */
export const SIGNED_FORMS = ['oca-json', 'plain', 'hex'] as const;
export type SignedForm = (typeof SIGNED_FORMS)[number];

/** The meter of a simulated station, which signs OCMF on secp256r1. Its key is for tests: whoever knows its name knows it. */
export interface SignedMeter {
  /** DER in hex, as it would stand on the nameplate. */
  readonly publicKey: string;
  /** A value for the stop, with begin and end in one record. */
  signedValue(session: MeteredSession): SampledValue;
}

export interface MeteredSession {
  readonly idTag: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly startWh: number;
  readonly endedAt: number;
  readonly endWh: number;
}

export function createSignedMeter(name: string, form: SignedForm): SignedMeter {
  const { point, privateKey } = keyOf(name);
  const publicKey = SPKI_OF_P256 + hex(point);
  return {
    publicKey,
    signedValue(session) {
      const payload = payloadOf(name, session);
      const signature = sign('sha256', Buffer.from(payload), privateKey);
      const record = `OCMF|${payload}|${JSON.stringify({ SA: 'ECDSA-secp256r1-SHA256', SD: hex(signature) })}`;
      return { value: wrapped(record, form, publicKey), format: 'SignedData', context: 'Transaction.End' };
    },
  };
}

/** Always the same for the same name: a station that is started again has not got another meter. */
function keyOf(name: string): { readonly point: Buffer; readonly privateKey: KeyObject } {
  const secret = createHash('sha256').update(`simulated meter ${name}`).digest();
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(secret);
  const point = pair.getPublicKey();
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    d: secret.toString('base64url'),
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  return { point, privateKey: createPrivateKey({ key: jwk, format: 'jwk' }) };
}

/** OCMF 1.4.1. Records are numbered by the second in which they were made: that rises, and no memory is needed. */
function payloadOf(name: string, { idTag, startedAt, startWh, endedAt, endWh }: MeteredSession): string {
  const reading = { RI: '1-b:1.8.0', RU: 'kWh', RT: 'AC', EF: '', ST: 'G' };
  return JSON.stringify({
    FV: '1.0',
    GI: 'Simulator',
    GS: name,
    PG: `T${Math.floor(endedAt / 1_000)}`,
    MV: 'Ladehaus',
    MS: name,
    IS: true,
    IL: 'VERIFIED',
    IT: 'ISO14443',
    ID: idTag,
    RD: [
      { TM: meterTime(startedAt), TX: 'B', RV: kiloWattHours(startWh), ...reading },
      { TM: meterTime(endedAt), TX: 'E', RV: kiloWattHours(endWh), ...reading },
    ],
  });
}

/** As `2018-07-24T13:22:04,000+0000 S`: synchronised. */
function meterTime(at: number): string {
  return `${new Date(at).toISOString().replace('.', ',').replace('Z', '+0000')} S`;
}

function kiloWattHours(wh: number): string {
  return (wh / 1_000).toFixed(3);
}

function wrapped(record: string, form: SignedForm, publicKey: string): string {
  switch (form) {
    case 'plain':
      return record;
    case 'hex':
      return hex(Buffer.from(record));
    case 'oca-json':
      return JSON.stringify({
        signedMeterData: base64(record),
        signingMethod: '',
        encodingMethod: 'OCMF',
        publicKey: base64(`oca:base16:asn1:${publicKey}`),
      });
  }
}

/** SubjectPublicKeyInfo up to the point (RFC 5480 §2). */
const SPKI_OF_P256 = '3059301306072a8648ce3d020106082a8648ce3d030107034200';

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
