import type { SameKeys } from '../catalogue.ts';
import type { doubts as en } from '../en/doubts.ts';

export const doubts = {
  'no-stop': 'Die Station hat das Ende nie gemeldet. Letzter Zählerstand: {{lastRegisterWh}}.',
  silent: 'Seit {{hours}} Stunden ist von diesem Ladevorgang nichts zu hören.',
  'meter-backwards': 'Der Zähler lief rückwärts: {{startWh}} bei Beginn, {{stopWh}} bei Ende.',
  'no-stop-register': 'Das Ende kam ohne Zählerstand ({{sent}}); der letzte Messwert steht dafür ein.',
  'impossible-energy':
    'Mehr Energie als möglich: {{energyWh}} gemessen, höchstens {{mostWh}} in dieser Zeit.',
  baseline:
    'Der Anfangsstand wirkt falsch: {{energyWh}} nach Beginn und Ende, {{fromFirstSampleWh}} seit dem ersten Messwert.',
  'unit-mixed-up':
    'Die Station verwechselt wohl Wh und kWh: Der Zähler sagt {{energyWh}}, ihre Leistung ergibt {{fromPowerWh}}.',
  'stop-before-start': 'Das Ende liegt {{bySeconds}} vor dem Beginn.',
  'impossible-time': 'Die Station sandte eine unmögliche Zeit: {{stationTime}}.',
  'conflicting-stop': 'Ein zweites, anderes Ende wurde gemeldet (Zähler {{registerWh}}). Das erste gilt.',
  'stop-after-decision':
    'Nachdem {{by}} über {{decidedWh}} entschieden hatte, kam ein Ende mit anderem Wert (Zähler {{registerWh}}). Bitte neu entscheiden.',
  'inferred-stop':
    'Das Ende kam mit fremder Nummer ({{transactionId}}) und wurde diesem Ladevorgang zugeordnet.',
  'register-gap': 'Der Zähler beginnt bei {{startWh}}, unter dem vorigen Ende bei {{previousStopWh}}.',
  'impossible-connector': 'Die Station nannte Ladepunkt {{connector}}, den es nicht geben kann.',
  'unreadable-message': 'Eine Meldung war nicht ganz lesbar: {{problem}}.',
  'refused-but-charged': 'Die Karte wurde abgelehnt, die Station hat trotzdem {{energyWh}} geliefert.',
} satisfies SameKeys<typeof en>;
