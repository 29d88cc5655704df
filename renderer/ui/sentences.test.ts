import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Connector, Station } from '#api/stations.ts';
import { createFormat } from '../lib/format.ts';
import { textOptions } from '../text/i18n.ts';
import type { Translate } from '../text/use-text.ts';
import { connectorSentence } from './connector-sentence.ts';
import { logSentence } from './log-sentence.ts';

const now = Date.parse('2026-11-21T08:00:00Z');
const free: Connector = {
  connectorId: 1,
  mark: 'free',
  status: 'Available',
  since: '2026-11-21T07:35:00Z',
  errorCode: null,
  vendorErrorCode: null,
  info: null,
  closedBy: null,
  session: null,
  acceptedCard: null,
};
const station = { online: true, offlineSince: '2026-11-21T01:14:00Z' } as Station;
const session: NonNullable<Connector['session']> = {
  id: 1,
  startedAt: '2026-11-21T07:12:00Z',
  holder: 'A. Becker',
  cardUid: '04A2',
  energyWh: 1200,
  powerW: 10_800,
  stateOfCharge: null,
};

beforeAll(async () => {
  await i18next.init(textOptions('en'));
});

function contextOf(language: 'de' | 'en') {
  const translate = i18next.getFixedT(language);
  const t: Translate = (key, places = {}) => translate(key, places);
  return { t, now, format: createFormat({ region: 'de-DE', language, timeZone: 'Europe/Berlin' }) };
}

function sayConnector(language: 'de' | 'en', changed: Partial<Connector>): string {
  return connectorSentence(station, { ...free, ...changed }, contextOf(language)).replaceAll('\u00a0', ' ');
}

describe('the one sentence about a connector', () => {
  it.each([
    [{}, 'Free', 'Frei'],
    [{ mark: 'charging', session }, 'Charging with 10,8 kW since 08:12', 'Lädt mit 10,8 kW seit 08:12 Uhr'],
    [
      { mark: 'charging', session: { ...session, powerW: null } },
      'Charging since 08:12',
      'Lädt seit 08:12 Uhr',
    ],
    [
      { mark: 'done' },
      'Finished. Cable still plugged in for 25 min.',
      'Fertig. Kabel steckt seit 25 min noch.',
    ],
    [
      { mark: 'fault', errorCode: 'GroundFailure' },
      'Fault: earth-leakage protection tripped.',
      'Störung: Fehlerstromschutz hat ausgelöst.',
    ],
    [
      { mark: 'offline' },
      'No connection since 02:14. May still charge on its own.',
      'Keine Verbindung seit 02:14 Uhr. Lädt evtl. selbstständig weiter.',
    ],
    [
      { mark: 'closed', closedBy: { who: 'M. Weber', at: '2026-11-21T05:00:00Z' } },
      'Out of service since 06:00 (M. Weber).',
      'Außer Betrieb seit 06:00 (M. Weber).',
    ],
  ] satisfies readonly (readonly [Partial<Connector>, string, string])[])('%o', (changed, en, de) => {
    expect(sayConnector('en', changed)).toBe(en);
    expect(sayConnector('de', changed)).toBe(de);
  });

  it('names a code that the standard does not have as it is', () => {
    expect(sayConnector('en', { mark: 'fault', errorCode: 'Gremlins' })).toBe('Fault: Gremlins.');
  });
});

describe('a log entry as a sentence', () => {
  it('puts facts into the reader’s units and words', () => {
    const entry = {
      kind: 'session-ended',
      facts: { energyWh: 12_300, durationSeconds: 5_100, reason: 'EVDisconnected' },
    } as const;
    expect(logSentence(entry, contextOf('de')).replaceAll('\u00a0', ' ')).toBe(
      'Ladevorgang beendet: 12,3 kWh in 1 h 25 min. Kabel am Auto gezogen.',
    );
  });

  it('leaves no trace of a fact that is missing', () => {
    const entry = { kind: 'station-disconnected', facts: { afterSeconds: 60 } } as const;
    expect(logSentence(entry, contextOf('en')).replaceAll('\u00a0', ' ')).toBe(
      'Connection lost after 1 min.',
    );
    expect(
      logSentence({ kind: 'station-fault', facts: { code: 'OverCurrentFailure' } }, contextOf('de')),
    ).toBe('Störung: Überstrom.');
  });

  it('leaves out an amount that there is none of, with its colon', () => {
    const entry = {
      kind: 'session-priced-anew',
      facts: { how: 'held', amount: '', note: 'Again.' },
    } as const;
    expect(logSentence(entry, contextOf('en'))).toBe('Price changed (held). Again.');
  });

  it('does not take what somebody wrote for a place to fill', () => {
    const entry = { kind: 'note', facts: { text: 'Costs {{count}} € (see <b>)' } } as const;
    expect(logSentence(entry, contextOf('en'))).toBe('Costs {{count}} € (see <b>)');
  });
});
