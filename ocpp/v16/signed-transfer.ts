import { isTooDeep, MAX_FRAME_DEPTH } from '../frame-depth.ts';
import { isOcaFields, looksSigned, readSignedData, type SignedData } from './signed-data.ts';

/** A meter's key that a station told by itself. */
export interface ToldMeterKey {
  readonly connectorId: number;
  readonly meterSerial: string | null;
  /** As it was spelt. */
  readonly publicKey: string;
}

/** The part of DataTransfer (OCPP 1.6 §6.19) that matters here. */
interface Transfer {
  readonly vendorId: string;
  readonly messageId?: string | undefined;
  readonly data?: string | undefined;
}

/**
 * Signed values in a vendor's message, each as it would stand in a sampled value: the text itself, or a text or a white paper's
 * object anywhere in its JSON. Vendors have no common form for it.
 */
export function signedValuesInTransfer({ data = '' }: Pick<Transfer, 'data'>): readonly string[] {
  return signedValuesInText(data);
}

/** The same for any text, as a message of OCPP that somebody has saved, unwrapped. */
export function signedDataInText(text: string): readonly SignedData[] {
  return signedValuesInText(text).map(readSignedData);
}

/** What a vendor's message says it is about, where its JSON says so. */
export function placeInTransfer({ data = '' }: Pick<Transfer, 'data'>): {
  readonly transactionId: number | null;
  readonly connectorId: number | null;
} {
  const said = parsed(data);
  const fields = isRecord(said) ? said : {};
  return { transactionId: wholeNumber(fields.transactionId), connectorId: wholeNumber(fields.connectorId) };
}

/**
 * Keys in `generalConfiguration` / `setMeterConfiguration`, by which KEBA, Bender and others tell them:
 * `{"meters":[{"connectorId":1,"meterSerial":"…","type":"SIGNATURE","publicKey":"…"}]}`.
 */
export function meterKeysInTransfer({ vendorId, messageId, data = '' }: Transfer): readonly ToldMeterKey[] {
  if (vendorId !== 'generalConfiguration' || messageId !== 'setMeterConfiguration') return [];
  const told = parsed(data);
  const meters = isRecord(told) && Array.isArray(told.meters) ? told.meters : [];
  return meters.filter(isRecord).flatMap(({ connectorId, meterSerial, publicKey }) => {
    const number = Number(connectorId);
    if (!Number.isSafeInteger(number) || typeof publicKey !== 'string' || publicKey === '') return [];
    return [
      {
        connectorId: number,
        meterSerial: typeof meterSerial === 'string' ? meterSerial : null,
        publicKey,
      },
    ];
  });
}

function signedValuesInText(text: string): readonly string[] {
  return looksSigned(text) ? [text] : strings(parsed(text)).filter(looksSigned);
}

function wholeNumber(value: unknown): number | null {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : null;
}

function parsed(text: string): unknown {
  if (isTooDeep(text, MAX_FRAME_DEPTH)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** All texts inside; a white paper's object as the text it would be in a sampled value. */
function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  if (isOcaFields(value)) return [JSON.stringify(value)];
  return isRecord(value) ? Object.values(value).flatMap(strings) : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
