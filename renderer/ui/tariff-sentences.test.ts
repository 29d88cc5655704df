import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import type { LogEntry } from '#api/logbook.ts';
import { createFormat } from '../lib/format.ts';
import { textOptions } from '../text/i18n.ts';
import type { Translate } from '../text/use-text.ts';
import { logSentence } from './log-sentence.ts';

beforeAll(async () => {
  await i18next.init(textOptions('en'));
});

const TARIFF = { tariff: 'Hof' };
const VERSION = { ...TARIFF, version: 2 };

it.each<readonly [LogEntry['kind'], LogEntry['facts'], string, string]>([
  ['tariff-added', TARIFF, 'Tarif Hof hinzugefügt.', 'Tariff Hof added.'],
  ['tariff-changed', TARIFF, 'Tarif Hof geändert.', 'Tariff Hof changed.'],
  ['tariff-removed', TARIFF, 'Tarif Hof entfernt.', 'Tariff Hof removed.'],
  ['tariff-restored', TARIFF, 'Tarif Hof wiederhergestellt.', 'Tariff Hof restored.'],
  [
    'tariff-published',
    { ...VERSION, from: '2026-11-30T23:00:00.000Z' },
    'Tarif Hof: Version 2 veröffentlicht, gilt ab 01. Dez. 2026, 00:00.',
    'Tariff Hof: version 2 published, from 01 Dec 2026, 00:00.',
  ],
  ['tariff-withdrawn', VERSION, 'Tarif Hof: Version 2 zurückgenommen.', 'Tariff Hof: version 2 withdrawn.'],
  [
    'tariff-rule-added',
    { ...TARIFF, target: 'user-group', name: 'Fuhrpark' },
    'Ab jetzt gilt Hof für: Nutzergruppe Fuhrpark.',
    'From now on Hof is paid by: User group Fuhrpark.',
  ],
  [
    'tariff-rule-ended',
    { ...TARIFF, target: 'default', name: '' },
    'Gilt nicht mehr für Alle: Hof.',
    'No longer paid by Everybody: Hof.',
  ],
])('%s is told in words', (kind, facts, german, english) => {
  expect([said('de', { kind, facts }), said('en', { kind, facts })]).toEqual([german, english]);
});

function said(language: 'de' | 'en', entry: Pick<LogEntry, 'kind' | 'facts'>): string {
  const translate = i18next.getFixedT(language);
  const t: Translate = (key, places = {}) => translate(key, places);
  const format = createFormat({ region: 'de-DE', language, timeZone: 'Europe/Berlin' });
  return logSentence(entry, { t, format }).replaceAll('\u00a0', ' ');
}
