import type { TraceLine } from '#api/trace.ts';
import type { Format } from '../../lib/format.ts';
import type { Translate } from '../../text/use-text.ts';
import { type Fields, listAt, numberAt, objectAt, textAt } from './json-fields.ts';
import { meterWords } from './meter-words.ts';

export interface SummaryContext {
  readonly t: Translate;
  readonly format: Format;
}

/** What a message says, in one short sentence of the reader; its answer behind an arrow. */
export function traceSummary(line: TraceLine, context: SummaryContext): string {
  const { t } = context;
  if (line.outcome === 'unreadable') return t('trace.unreadable', { text: line.request.slice(0, 120) });
  const request = payloadOf(line.request, 'request');
  const answer = line.answer === null ? null : payloadOf(line.answer, 'answer');
  const said =
    request === null ? t('trace.unknownQuestion') : requestWords(line.action ?? '', request, context);
  const told = answerWords(line, answer, context);
  return told === '' ? said : `${said} → ${told}`;
}

function requestWords(action: string, fields: Fields, context: SummaryContext): string {
  const { t, format } = context;
  const connector = () => connectorWords(fields, context);
  switch (action) {
    case 'BootNotification':
      return t('trace.said.boot', {
        vendor: textAt(fields, 'chargePointVendor'),
        model: textAt(fields, 'chargePointModel'),
        firmware: textAt(fields, 'firmwareVersion') || t('words.none'),
      });
    case 'Heartbeat':
      return t('trace.said.heartbeat');
    case 'StatusNotification':
      return `${connector()}: ${statusWords(fields, context)}`;
    case 'MeterValues':
      return `${connector()}: ${meterWords(listAt(fields, 'meterValue'), context)}`;
    case 'Authorize':
      return t('trace.said.authorize', { card: textAt(fields, 'idTag') });
    case 'StartTransaction':
      return `${connector()}: ${t('trace.said.start', { card: textAt(fields, 'idTag'), meter: meter(fields, 'meterStart', format) })}`;
    case 'StopTransaction':
      return t('trace.said.stop', {
        number: textAt(fields, 'transactionId'),
        meter: meter(fields, 'meterStop', format),
        reason: textAt(fields, 'reason') || 'Local',
      });
    case 'RemoteStartTransaction':
      return t('trace.said.remoteStart', { where: connector(), card: textAt(fields, 'idTag') });
    case 'RemoteStopTransaction':
      return t('trace.said.remoteStop', { number: textAt(fields, 'transactionId') });
    case 'Reset':
      return t(textAt(fields, 'type') === 'Hard' ? 'trace.said.resetHard' : 'trace.said.resetSoft');
    case 'UnlockConnector':
      return t('trace.said.unlock', { where: connector() });
    case 'ChangeAvailability':
      return t(textAt(fields, 'type') === 'Operative' ? 'trace.said.inService' : 'trace.said.outOfService', {
        where: connector(),
      });
    case 'ChangeConfiguration':
      return `${textAt(fields, 'key')} = ${textAt(fields, 'value')}`;
    case 'GetConfiguration':
      return listAt(fields, 'key').length === 0
        ? t('trace.said.allSettings')
        : t('trace.said.settings', { keys: listAt(fields, 'key').join(', ') });
    case 'SetChargingProfile':
      return `${connector()}: ${limitWords(objectAt(fields, 'csChargingProfiles'), context)}`;
    case 'SendLocalList':
      return t(
        textAt(fields, 'updateType') === 'Differential'
          ? 'trace.said.localListChange'
          : 'trace.said.localListWhole',
        {
          version: textAt(fields, 'listVersion'),
          count: listAt(fields, 'localAuthorizationList').length,
        },
      );
    case 'GetLocalListVersion':
      return t('trace.said.localListVersion');
    case 'FirmwareStatusNotification':
    case 'SignedFirmwareStatusNotification':
      return t('trace.said.firmware', { state: progressWords(fields, t) });
    case 'DiagnosticsStatusNotification':
    case 'LogStatusNotification':
      return t('trace.said.upload', { state: progressWords(fields, t) });
    case 'ReserveNow':
      return t('trace.said.reserve', { where: connector(), card: textAt(fields, 'idTag') });
    default:
      return otherWords(fields, context);
  }
}

/** Fields that say most of a message nobody has written a sentence for. */
const TELLING = [
  'connectorId',
  'requestedMessage',
  'status',
  'type',
  'messageId',
  'vendorId',
  'certificateType',
  'logType',
  'reservationId',
  'id',
  'duration',
  'location',
  'fileName',
];

function otherWords(fields: Fields, { t }: SummaryContext): string {
  const told = TELLING.filter((name) => textAt(fields, name) !== '').map((name) =>
    name === 'connectorId'
      ? t('words.connectorNumber', { number: textAt(fields, name) })
      : textAt(fields, name).slice(0, 80),
  );
  return told.length === 0 ? t('trace.said.nothing') : told.join(' · ');
}

function answerWords(line: TraceLine, answer: Fields | null, context: SummaryContext): string {
  const { t, format } = context;
  if (line.outcome === 'closed') return t('trace.told.closed');
  if (line.outcome === 'open') return t('trace.told.open');
  if (answer === null) return line.answer === null ? '' : t('trace.told.unreadable');
  if (line.outcome === 'error')
    return t('trace.told.error', {
      code: textAt(answer, 'errorCode'),
      text: textAt(answer, 'errorDescription'),
    }).trim();
  const status = textAt(answer, 'status') || textAt(objectAt(answer, 'idTagInfo'), 'status');
  const more = [
    status === '' ? '' : statusAnswer(status, t),
    line.action === 'StartTransaction'
      ? t('trace.told.transaction', { number: textAt(answer, 'transactionId') })
      : '',
    line.action === 'BootNotification'
      ? t('trace.told.interval', { time: format.duration(numberAt(answer, 'interval') ?? 0) })
      : '',
    line.action === 'GetLocalListVersion' ? versionWords(textAt(answer, 'listVersion'), t) : '',
    line.action === 'GetConfiguration'
      ? t('trace.told.settings', { count: listAt(answer, 'configurationKey').length })
      : '',
  ];
  return more.filter((part) => part !== '').join(', ');
}

const ANSWERS = [
  'Accepted',
  'Rejected',
  'Blocked',
  'Invalid',
  'Expired',
  'Pending',
  'NotSupported',
  'Scheduled',
  'ConcurrentTx',
  'Failed',
  'VersionMismatch',
  'Faulted',
  'Occupied',
  'Unavailable',
  'Unlocked',
  'UnlockFailed',
  'RebootRequired',
  'NotImplemented',
  'Unknown',
  'UnknownVendorId',
  'UnknownMessageId',
] as const;

function statusAnswer(status: string, t: Translate): string {
  const known = ANSWERS.find((one) => one === status);
  return known === undefined ? status : t(`trace.answer.${known}`);
}

const STATES = [
  'Available',
  'Preparing',
  'Charging',
  'SuspendedEV',
  'SuspendedEVSE',
  'Finishing',
  'Reserved',
  'Unavailable',
  'Faulted',
] as const;

function statusWords(fields: Fields, { t }: SummaryContext): string {
  const state = STATES.find((one) => one === textAt(fields, 'status'));
  const code = textAt(fields, 'errorCode');
  const more = [code === 'NoError' ? '' : code, textAt(fields, 'vendorErrorCode'), textAt(fields, 'info')];
  const words = state === undefined ? textAt(fields, 'status') : t(`trace.state.${state}`);
  return [words, ...more].filter((part) => part !== '').join(', ');
}

const PROGRESS = [
  'Idle',
  'Downloading',
  'Downloaded',
  'DownloadFailed',
  'DownloadScheduled',
  'DownloadPaused',
  'Installing',
  'Installed',
  'InstallationFailed',
  'InstallRebooting',
  'InstallScheduled',
  'InstallVerificationFailed',
  'InvalidSignature',
  'SignatureVerified',
  'Uploading',
  'Uploaded',
  'UploadFailed',
  'UploadFailure',
  'BadMessage',
  'NotSupportedOperation',
  'PermissionDenied',
] as const;

function progressWords(fields: Fields, t: Translate): string {
  const status = textAt(fields, 'status');
  const known = PROGRESS.find((one) => one === status);
  return known === undefined ? status : t(`trace.progress.${known}`);
}

/** OCPP 1.6 §5.10: 0 is an empty list, -1 none at all. */
function versionWords(version: string, t: Translate): string {
  if (version === '-1') return t('trace.told.noList');
  return version === '0' ? t('trace.told.emptyList') : t('trace.told.version', { version });
}

function connectorWords(fields: Fields, { t }: SummaryContext): string {
  const number = numberAt(fields, 'connectorId');
  if (number === undefined || number === 0) return t('trace.wholeStation');
  return t('words.connectorNumber', { number });
}

function limitWords(profile: Fields, { t, format }: SummaryContext): string {
  const schedule = objectAt(profile, 'chargingSchedule');
  const [first] = listAt(schedule, 'chargingSchedulePeriod');
  const limit = numberAt(asFields(first), 'limit');
  const purpose = textAt(profile, 'chargingProfilePurpose');
  if (limit === undefined) return purpose;
  const unit = textAt(schedule, 'chargingRateUnit');
  const value = unit === 'W' ? format.power(limit) : `${format.number(limit, 1)} ${unit}`;
  return t('trace.said.limit', { value, purpose });
}

function meter(fields: Fields, name: string, format: Format): string {
  const wh = numberAt(fields, name);
  return wh === undefined ? '?' : format.meter(wh);
}

/** The payload of a frame; of a CALLERROR its code and description. */
function payloadOf(text: string, part: 'request' | 'answer'): Fields | null {
  try {
    const frame: unknown = JSON.parse(text);
    if (!Array.isArray(frame)) return null;
    if (part === 'answer' && frame[0] === 4) return { errorCode: frame[2], errorDescription: frame[3] };
    return asFields(frame[part === 'request' ? 3 : 2]);
  } catch {
    return null;
  }
}

function asFields(value: unknown): Fields {
  return objectAt({ value }, 'value');
}
