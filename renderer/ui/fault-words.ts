import type { Translate } from '../text/use-text.ts';

/** ChargePointErrorCode, OCPP 1.6 §7.6. */
const ERROR_CODES = [
  'ConnectorLockFailure',
  'EVCommunicationError',
  'GroundFailure',
  'HighTemperature',
  'InternalError',
  'LocalListConflict',
  'NoError',
  'OtherError',
  'OverCurrentFailure',
  'OverVoltage',
  'PowerMeterFailure',
  'PowerSwitchFailure',
  'ReaderFailure',
  'ResetFailure',
  'UnderVoltage',
  'WeakSignal',
] as const;
type KnownCode = (typeof ERROR_CODES)[number];

interface Fault {
  readonly errorCode: string | null;
  readonly vendorErrorCode: string | null;
  readonly info: string | null;
}

/** A fault in words: the standard's code, and what the maker adds to it. */
export function faultWords({ errorCode, vendorErrorCode, info }: Fault, t: Translate): string {
  const extra = vendorErrorCode ? t('faults.vendorCode', { code: vendorErrorCode }) : info;
  const words = errorCodeWords(errorCode ?? 'NoError', t);
  return extra ? `${words} (${extra})` : words;
}

/** One error code in words; a code that the standard does not have stays as it is. */
export function errorCodeWords(code: string, t: Translate): string {
  return isKnown(code) ? t(`faults.words.${code}`) : code;
}

/** What to do about it and who can. */
export function faultAdvice(code: string | null, t: Translate): string {
  return t(`faults.advice.${isKnown(code ?? '') ? (code as KnownCode) : 'OtherError'}`);
}

/** Faults after which a restart must not be the first thing at hand: an electrician looks first. */
export function isElectricianOnly(code: string | null): boolean {
  return code === 'GroundFailure' || code === 'PowerSwitchFailure';
}

function isKnown(code: string): code is KnownCode {
  return ERROR_CODES.some((known) => known === code);
}
