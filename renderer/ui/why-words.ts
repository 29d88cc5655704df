import { SPELLINGS } from '#api/access.ts';
import { REFUSAL_REASONS } from '#api/knocks.ts';
import type { Why } from '#api/why.ts';
import type { Format } from '../lib/format.ts';
import { MISSING } from '../text/i18n.ts';
import type { Places, Translate } from '../text/use-text.ts';
import { errorCodeWords, faultAdvice } from './fault-words.ts';
import { logSentence } from './log-sentence.ts';

export interface WhyContext {
  readonly t: Translate;
  readonly format: Format;
  /** Ms since 1970. */
  readonly now: number;
  /** How a station is called here. */
  readonly nameOf: (stationId: string) => string;
}

/** The cause in one sentence. */
export function causeSentence({ cause, figures }: Why, context: WhyContext): string {
  if (isUnnamed(figures) && isOneOf(UNNAMED, cause)) return context.t(`why.unnamed.${cause}`);
  return tidy(context.t(`why.cause.${cause}`, placesOf(figures, context)));
}

/** What speaks for it. */
export function evidenceSentence({ cause, figures }: Why, context: WhyContext): string {
  const evidence = tidy(context.t(`why.evidence.${cause}`, placesOf(figures, context)));
  return cause === 'fault' ? `${evidence} ${faultAdvice(String(figures.code), context.t)}` : evidence;
}

/** What to say to the driver, on the telephone. */
export function driverSentence({ cause, figures }: Why, context: WhyContext): string {
  if (isUnnamed(figures) && cause === 'card-charging-elsewhere') return context.t(`why.unnamedSay.${cause}`);
  return tidy(context.t(`why.say.${cause}`, placesOf(figures, context)));
}

/** Why a check found nothing. */
export function clearSentence({ evidence, figures }: Why['cleared'][number], context: WhyContext): string {
  return tidy(context.t(`why.clear.${evidence}`, placesOf(figures, context)));
}

const UNNAMED = [
  'driver-blocked',
  'driver-not-yet-valid',
  'driver-expired',
  'card-charging-elsewhere',
] as const;

/** A driver or a station of another branch stays without its name. */
function isUnnamed({ driver, station }: Why['figures']): boolean {
  return driver === '' || station === '';
}

function placesOf(figures: Why['figures'], context: WhyContext): Places {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, figureWords(name, value, context)]),
  );
}

function figureWords(name: string, value: string | number, { t, format, now, nameOf }: WhyContext): string {
  if (typeof value === 'number') return numberWords(name, value, { format, now });
  switch (name) {
    case 'code':
      return errorCodeWords(value, t);
    case 'reason':
      return isOneOf(REFUSAL_REASONS, value) ? t(`stations.knocks.reason.${value}`) : value;
    case 'spelling':
      return isOneOf(SPELLINGS, value) ? t(`why.spelling.${value}`) : value;
    case 'station':
      return nameOf(value);
    case 'command':
      // The logbook has the words for orders of every kind.
      return logSentence({ kind: 'command-ordered', facts: { command: value } }, { t, format });
    default:
      return value === '' ? MISSING : value;
  }
}

function numberWords(
  name: string,
  value: number,
  { format, now }: Pick<WhyContext, 'format' | 'now'>,
): string {
  if (name === 'at' || name.endsWith('At')) return format.moment(value, now);
  if (name.endsWith('Ms')) return format.duration(Math.abs(value) / 1_000);
  if (name.endsWith('W')) return format.power(value);
  if (name.endsWith('A')) return `${format.number(value, Number.isInteger(value) ? 0 : 1)}\u00a0A`;
  return format.number(value);
}

function isOneOf<const Word extends string>(words: readonly Word[], text: string): text is Word {
  return words.some((word) => word === text);
}

/** Takes out what a missing figure leaves behind. */
function tidy(sentence: string): string {
  return sentence
    .replaceAll(new RegExp(`\\s*[^.!?]*: ${MISSING}\\.`, 'g'), '')
    .replaceAll(new RegExp(`,[^,.]*${MISSING}`, 'g'), '')
    .replaceAll(new RegExp(`\\s*${MISSING}`, 'g'), '')
    .replaceAll(/\.\.+/g, '.')
    .trim();
}
