import { ACCEPTANCE_STEPS } from '#api/acceptance.ts';
import { REFUSALS } from '#api/access.ts';
import { COMMAND_ORDERS, COMMAND_STATES } from '#api/commands.ts';
import { CONFIGURATION_ANSWERS } from '#api/configuration.ts';
import { DOOR_OUTCOMES, type DoorOutcome } from '#api/door.ts';
import { LOGBOOK_BREAKS, type LogEntry } from '#api/logbook.ts';
import { HELD_REASONS } from '#api/price-steps.ts';
import { PRICE_STATES } from '#api/session-prices.ts';
import type { Doubt, Stray } from '#api/sessions.ts';
import { DOUBT_KINDS } from '#api/sessions.ts';
import { KEY_STATES, REQUEST_STATES, SECURITY_STATES } from '#api/station-security.ts';
import { RULE_KINDS } from '#api/tariff-rules.ts';
import type { Format } from '../lib/format.ts';
import { MISSING } from '../text/i18n.ts';
import type { Translate } from '../text/use-text.ts';
import { errorCodeWords } from './fault-words.ts';
import { FIRMWARE_STATUSES, SECURITY_EVENTS, UPLOAD_STATUSES } from './station-report-words.ts';
import { stopReasonWords } from './stop-reason.ts';
import { switchWords } from './switch-words.ts';

interface LogContext {
  readonly t: Translate;
  readonly format: Format;
}

/** The sentence of a log entry, its facts in the reader's words and units. */
export function logSentence(entry: Pick<LogEntry, 'kind' | 'facts'>, context: LogContext): string {
  const places = Object.fromEntries(
    Object.entries(entry.facts).map(([name, value]) => [
      name,
      factInWords(entry.kind, { name, value }, context),
    ]),
  );
  if (entry.kind.startsWith('session-') || entry.kind.startsWith('card'))
    places.holder ||= context.t('logLines.somebody');
  const sentence = tidy(context.t(`logLines.${entry.kind}`, places));
  if (places.lateBySeconds === undefined) return sentence;
  return `${sentence} ${context.t('logLines.late', { duration: places.lateBySeconds })}`;
}

interface Fact {
  readonly name: string;
  readonly value: string | number;
}

function factInWords(kind: LogEntry['kind'], { name, value }: Fact, { t, format }: LogContext): string {
  const text = String(value);
  if (typeof value === 'number') {
    if (name.endsWith('Wh')) return format.energy(value);
    if (name.endsWith('Seconds')) return format.duration(Math.abs(value));
    return format.number(value);
  }
  switch (name) {
    case 'code':
      return errorCodeWords(text, t);
    case 'reason':
      if (kind === 'connection-refused') return isOneOf(DOOR_OUTCOMES, text) ? refusalWords(text, t) : text;
      if (kind === 'station-disconnected') return isOneOf(ENDS, text) ? t(`logLines.ended.${text}`) : text;
      if (kind === 'price-held') return isOneOf(HELD_REASONS, text) ? t(`prices.held.${text}`) : text;
      return kind === 'session-ended' ? stopReasonWords(text, t) : text;
    case 'how':
      return isOneOf(PRICE_STATES, text) ? t(`prices.short.${text}`) : text;
    case 'amount':
      return text === '' ? MISSING : moneyWords(text, format);
    case 'target':
      return isOneOf(RULE_KINDS, text) ? t(`payers.kind.${text}`) : text;
    case 'from':
      return kind === 'tariff-published' ? format.dateTime(text) : text;
    case 'refusal':
      return isOneOf(REFUSALS, text) ? t(`access.verdict.${text}`) : text;
    case 'doubt':
      return text
        .split(/,\s*/)
        .map((doubt) => (isOneOf(DOUBT_KINDS, doubt) ? doubtWords(doubt, t) : doubt))
        .join(', ');
    case 'decision':
      return isOneOf(DECISIONS, text) ? t(`logLines.decision.${text}`) : text;
    case 'configurationAnswer':
      return isOneOf(CONFIGURATION_ANSWERS, text) ? t(`logLines.configurationAnswer.${text}`) : text;
    case 'switch':
      return switchWords(text, t);
    case 'command':
      return isOneOf(COMMAND_ORDERS, text) ? t(`logLines.commandKind.${text}`) : text;
    case 'state':
      return isOneOf(COMMAND_STATES, text) ? t(`logLines.commandState.${text}`) : text;
    case 'messageOutcome':
      return isOneOf(MESSAGE_OUTCOMES, text) ? t(`logLines.messageOutcome.${text}`) : text;
    case 'step':
      return isOneOf(ACCEPTANCE_STEPS, text) ? t(`acceptance.step.${text}`) : text;
    case 'break':
      return isOneOf(LOGBOOK_BREAKS, text) ? t(`logLines.break.${text}`) : text;
    case 'stepState':
      return isOneOf(STEP_STATES, text) ? t(`logLines.stepState.${text}`) : text;
    case 'stray':
      return isOneOf(STRAY_KINDS, text) ? t(`logLines.stray.${text}`) : text;
    case 'firmwareStatus':
      return isOneOf(FIRMWARE_STATUSES, text) ? t(`logLines.firmwareStatus.${text}`) : text;
    case 'uploadStatus':
      return isOneOf(UPLOAD_STATUSES, text) ? t(`logLines.uploadStatus.${text}`) : text;
    case 'securityEvent':
      return isOneOf(SECURITY_EVENTS, text) ? t(`logLines.securityEvent.${text}`) : text;
    case 'securityState':
      return isOneOf(SECURITY_STATES, text) ? t(`security.state.${text}`) : text;
    case 'keyState':
      return isOneOf(KEY_STATES, text) ? t(`security.keyState.${text}`) : text;
    case 'requestState':
      return isOneOf(REQUEST_STATES, text) ? t(`security.requestState.${text}`) : text;
    case 'fields':
      return text
        .split(/,\s*/)
        .map((field) => (isOneOf(FIELDS, field) ? t(`logLines.field.${field}`) : field))
        .join(', ');
    default:
      return text;
  }
}

const DECISIONS = ['accepted', 'corrected', 'void'] as const;
const MESSAGE_OUTCOMES = ['answered', 'error', 'invalid-answer', 'no-answer', 'not-connected'] as const;
const STRAY_KINDS = [
  'unknown-stop',
  'foreign-stop',
  'unreadable',
] as const satisfies readonly Stray['kind'][];
const STEP_STATES = ['begun', 'skipped'] as const;
const ENDS = ['oversized', 'station', 'central-system', 'silence', 'network'] as const;
const FIELDS = [
  'maxPowerW',
  'missingProtocolAllowed',
  'registration',
  'tenantId',
  'groupIds',
  'powerClass',
  'inventory',
  'name',
  'language',
  'region',
  'timeZone',
  'access',
  'lanOpen',
  'testToolMode',
  'password',
] as const;

function isOneOf<const Word extends string>(words: readonly Word[], text: string): text is Word {
  return words.some((word) => word === text);
}

/** `642 EUR`, in the smallest unit, as people write it. */
function moneyWords(text: string, format: Format): string {
  const [, minor, currency] = /^(-?\d+) ([A-Z]{3})$/.exec(text) ?? [];
  return currency === undefined ? text : format.money(Number(minor), currency);
}

function doubtWords(kind: Doubt['kind'], t: Translate): string {
  return t(`logLines.doubt.${kind}`);
}

function refusalWords(reason: DoorOutcome, t: Translate): string {
  return t(`logLines.refusal.${reason}`);
}

/** Takes out what a missing fact leaves behind: empty brackets, commas before nothing, doubled stops. */
function tidy(sentence: string): string {
  return sentence
    .replaceAll(`(${MISSING})`, '')
    .replaceAll(new RegExp(`[,:]?\\s*${MISSING}`, 'g'), '')
    .replaceAll(/\s{2,}/g, ' ')
    .replaceAll(/\s+([.,:])/g, '$1')
    .replaceAll(/([.?!])\1+/g, '$1')
    .trim();
}
