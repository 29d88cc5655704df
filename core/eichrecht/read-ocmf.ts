import type { Instant } from '../shared/units.ts';
import { isObject, parseKeepingDigits, textField } from './json-digits.ts';
import type { LossCompensation, MeterTime, OcmfReading, OcmfRecord, Page } from './ocmf-record.ts';

/** An OCMF record taken apart. What is signed is `payload`, character for character. */
export interface OcmfText {
  readonly payload: string;
  readonly signature: OcmfSignature;
  readonly record: OcmfRecord;
  /** Some meters append their key as a fourth section. */
  readonly ownKey: string | null;
}

export interface OcmfSignature {
  /** `SA`; null means ECDSA-secp256r1-SHA256. */
  readonly algorithm: string | null;
  /** `SE`; null means hex. */
  readonly encoding: string | null;
  /** `SD`. */
  readonly data: string;
}

/** The part of a record that cannot be read. */
export type OcmfFlaw = 'sections' | 'payload' | 'readings' | 'signature';

export type OcmfReadingResult =
  | { readonly kind: 'read'; readonly ocmf: OcmfText }
  | { readonly kind: 'malformed'; readonly flaw: OcmfFlaw };

/** Reads a time such as `2018-07-24T13:22:04,000+0200`; null for what is none. */
export type ReadTime = (text: string) => Instant | null;

/**
 * Takes `OCMF|payload|signature` apart. Blanks around the whole are left away; nothing between the bars is touched, for the
 * meter has signed it as it stands.
 */
export function readOcmf(text: string, readTime: ReadTime): OcmfReadingResult {
  const sections = text.split('|');
  const [header = '', payload, signatureText, ownKey] = sections;
  if (header.trim() !== 'OCMF' || payload === undefined || signatureText === undefined)
    return flawed('sections');
  if (sections.length > 4) return flawed('sections');
  const fields = parseKeepingDigits(payload);
  if (!isObject(fields)) return flawed('payload');
  const readings = readingsOf(fields, readTime);
  if (readings === null) return flawed('readings');
  const signature = signatureOf(parseKeepingDigits(signatureText));
  if (signature === null) return flawed('signature');
  const record = recordOf(fields, readings);
  return { kind: 'read', ocmf: { payload, signature, record, ownKey: ownKey?.trim() || null } };
}

function flawed(flaw: OcmfFlaw): OcmfReadingResult {
  return { kind: 'malformed', flaw };
}

function signatureOf(fields: unknown): OcmfSignature | null {
  if (!isObject(fields)) return null;
  const data = textField(fields, 'SD');
  if (data === null) return null;
  return { algorithm: textField(fields, 'SA'), encoding: textField(fields, 'SE'), data };
}

type Fields = Readonly<Record<string, unknown>>;

function recordOf(fields: Fields, readings: readonly OcmfReading[]): OcmfRecord {
  return {
    version: textField(fields, 'FV'),
    gatewaySerial: textField(fields, 'GS'),
    gateway: textField(fields, 'GI'),
    meterSerial: textField(fields, 'MS'),
    meterVendor: textField(fields, 'MV'),
    meterModel: textField(fields, 'MM'),
    page: pageOf(textField(fields, 'PG')),
    identificationLevel: textField(fields, 'IL'),
    identificationType: textField(fields, 'IT'),
    identification: textField(fields, 'ID'),
    tariffText: textField(fields, 'TT'),
    lossCompensation: lossCompensationOf(fields.LC),
    readings,
  };
}

function pageOf(text: string | null): Page | null {
  const match = /^([TF])(\d{1,30})$/.exec(text?.trim() ?? '');
  if (match === null) return null;
  return { of: match[1] === 'T' ? 'transaction' : 'fiscal', number: BigInt(match[2] ?? '') };
}

function lossCompensationOf(value: unknown): LossCompensation | null {
  if (!isObject(value)) return null;
  return { name: textField(value, 'LN'), resistance: textField(value, 'LR'), unit: textField(value, 'LU') };
}

/** Null unless there is at least one and all are objects. */
function readingsOf({ RD: list }: Fields, readTime: ReadTime): readonly OcmfReading[] | null {
  if (!Array.isArray(list) || list.length === 0 || !list.every(isObject)) return null;
  let inherited: Fields = {};
  return list.map((own: Fields) => {
    inherited = { ...inherited, ...own };
    return readingOf(own, inherited, readTime);
  });
}

/** A value is never inherited: a reading without one only tells of an error. */
function readingOf(own: Fields, whole: Fields, readTime: ReadTime): OcmfReading {
  return {
    time: timeOf(textField(whole, 'TM'), readTime),
    reason: textField(whole, 'TX')?.trim() ?? null,
    value: textField(own, 'RV'),
    register: textField(whole, 'RI')?.trim() ?? null,
    unit: textField(whole, 'RU')?.trim() ?? null,
    currentType: textField(whole, 'RT')?.trim() ?? null,
    errors: textField(whole, 'EF') ?? '',
    state: textField(whole, 'ST')?.trim() ?? null,
    eventCounter: textField(whole, 'EI'),
    cumulatedLoss: textField(own, 'CL'),
  };
}

/** The zone is followed by a blank and the state of the clock. */
function timeOf(text: string | null, readTime: ReadTime): MeterTime {
  const match = /^\s*(\S+)(?:\s+([UISR]))?\s*$/.exec(text ?? '');
  const sync = match?.[2];
  return {
    text,
    at: match?.[1] === undefined ? null : readTime(match[1]),
    sync: sync === 'U' || sync === 'I' || sync === 'S' || sync === 'R' ? sync : null,
  };
}
