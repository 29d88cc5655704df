import type { DOUBT_KINDS, Doubt } from '#api/sessions.ts';
import type { FileLocale } from '../../csv/file-locale.ts';
import type { Words } from './session-words.ts';

/** Why a session does not count yet, as the interface says it. */
export const DOUBT_WORDS: Words<(typeof DOUBT_KINDS)[number]> = {
  'no-stop': {
    de: 'Die Station hat das Ende nie gemeldet. Letzter Zählerstand: {{lastRegisterWh}}.',
    en: 'The station never reported the end. Last meter reading: {{lastRegisterWh}}.',
  },
  silent: {
    de: 'Seit {{hours}} Stunden ist von diesem Ladevorgang nichts zu hören.',
    en: 'Nothing has been heard of this session for {{hours}} hours.',
  },
  'meter-backwards': {
    de: 'Der Zähler lief rückwärts: {{startWh}} bei Beginn, {{stopWh}} bei Ende.',
    en: 'The meter ran backwards: {{startWh}} at the start, {{stopWh}} at the end.',
  },
  'no-stop-register': {
    de: 'Das Ende kam ohne Zählerstand ({{sent}}); der letzte Messwert steht dafür ein.',
    en: 'The end came without a meter reading ({{sent}}); the last reading stands in for it.',
  },
  'impossible-energy': {
    de: 'Mehr Energie als möglich: {{energyWh}} gemessen, höchstens {{mostWh}} in dieser Zeit.',
    en: 'More energy than possible: {{energyWh}} measured, at most {{mostWh}} in that time.',
  },
  baseline: {
    de: 'Der Anfangsstand wirkt falsch: {{energyWh}} nach Beginn und Ende, {{fromFirstSampleWh}} seit dem ersten Messwert.',
    en: 'The start reading looks wrong: {{energyWh}} by start and end, {{fromFirstSampleWh}} since the first reading.',
  },
  'unit-mixed-up': {
    de: 'Die Station verwechselt wohl Wh und kWh: Der Zähler sagt {{energyWh}}, ihre Leistung ergibt {{fromPowerWh}}.',
    en: 'The station seems to mix up Wh and kWh: the meter says {{energyWh}}, its power adds up to {{fromPowerWh}}.',
  },
  'stop-before-start': {
    de: 'Das Ende liegt {{bySeconds}} vor dem Beginn.',
    en: 'The end lies {{bySeconds}} before the start.',
  },
  'impossible-time': {
    de: 'Die Station sandte eine unmögliche Zeit: {{stationTime}}.',
    en: 'The station sent a time that cannot be: {{stationTime}}.',
  },
  'conflicting-stop': {
    de: 'Ein zweites, anderes Ende wurde gemeldet (Zähler {{registerWh}}). Das erste gilt.',
    en: 'A second, different end was reported (meter {{registerWh}}). The first one stands.',
  },
  'stop-after-decision': {
    de: 'Nachdem {{by}} über {{decidedWh}} entschieden hatte, kam ein Ende mit anderem Wert (Zähler {{registerWh}}). Bitte neu entscheiden.',
    en: 'An end with another figure (meter {{registerWh}}) came after {{by}} had decided on {{decidedWh}}. Decide again.',
  },
  'inferred-stop': {
    de: 'Das Ende kam mit fremder Nummer ({{transactionId}}) und wurde diesem Ladevorgang zugeordnet.',
    en: 'The end came with a foreign number ({{transactionId}}) and was matched to this session.',
  },
  'register-gap': {
    de: 'Der Zähler beginnt bei {{startWh}}, unter dem vorigen Ende bei {{previousStopWh}}.',
    en: 'The meter starts at {{startWh}}, below the previous end at {{previousStopWh}}.',
  },
  'impossible-connector': {
    de: 'Die Station nannte Ladepunkt {{connector}}, den es nicht geben kann.',
    en: 'The station named connector {{connector}}, which cannot be.',
  },
  'unreadable-message': {
    de: 'Eine Meldung war nicht ganz lesbar: {{problem}}.',
    en: 'A message could not be read in full: {{problem}}.',
  },
  'refused-but-charged': {
    de: 'Die Karte wurde abgelehnt, die Station hat trotzdem {{energyWh}} geliefert.',
    en: 'The card was refused, but the station delivered {{energyWh}} all the same.',
  },
};

/** The same with its figures, as the region writes them. */
export function doubtSentence({ kind, facts }: Doubt, { region, language }: FileLocale): string {
  return DOUBT_WORDS[kind][language].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = facts[name];
    return value === undefined ? '–' : figure(name, value, region);
  });
}

function figure(name: string, value: string | number, region: string): string {
  if (typeof value === 'string') return value;
  const number = (amount: number, digits: number) =>
    new Intl.NumberFormat(region, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
      amount,
    );
  if (name.endsWith('Wh')) return `${number(value / 1_000, 3)} kWh`;
  if (name.endsWith('Seconds')) return `${number(value, 0)} s`;
  // Numbers of transactions are names: no thousands separators.
  return name.endsWith('Id') ? String(value) : number(value, 0);
}
