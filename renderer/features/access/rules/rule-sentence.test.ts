import i18next from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { createFormat } from '../../../lib/format.ts';
import { textOptions } from '../../../text/i18n.ts';
import type { Translate } from '../../../text/use-text.ts';
import { ruleBody, ruleFields } from './rule-fields.ts';
import { type RuleSaid, ruleSentence } from './rule-sentence.ts';

const NAMES: Readonly<Record<number, string>> = { 1: 'Mitarbeiter', 2: 'Hof', 3: 'Gäste' };
const workdays: RuleSaid = {
  who: { kind: 'groups', groupIds: [1] },
  where: { groupIds: [2], powerClasses: [], stationIds: [] },
  windows: [{ days: [1, 2, 3, 4, 5], from: 360, to: 1200 }],
  from: null,
  // Midnight at the end of the last of April in Berlin.
  to: '2027-04-30T22:00:00Z',
};
const anytime: RuleSaid = { ...workdays, windows: [], to: null };

beforeAll(async () => {
  await i18next.init(textOptions('en'));
});

function say(rule: RuleSaid, language: 'de' | 'en' = 'en'): string {
  const translate = i18next.getFixedT(language);
  const t: Translate = (key, places = {}) => translate(key, places);
  return ruleSentence(rule, {
    t,
    format: formatIn(language),
    groupName: (id) => NAMES[id],
    stationName: (id) => id,
  }).replaceAll('\u00a0', ' ');
}

function formatIn(language: 'de' | 'en') {
  return createFormat({ region: 'de-DE', language, timeZone: 'Europe/Berlin' });
}

describe('a rule is a sentence', () => {
  test('with who, where, when, and the last day on which it holds', () => {
    expect(say(workdays)).toBe(
      'Group Mitarbeiter may charge at stations of group Hof, Mon–Fri 06:00–20:00, until 30 Apr 2027',
    );
    expect(say(workdays, 'de')).toBe(
      'Gruppe Mitarbeiter darf an Stationen der Gruppe Hof laden, Mo–Fr 06:00–20:00 Uhr, bis 30. Apr. 2027',
    );
  });

  test('for everybody, everywhere, at any time', () => {
    const rule: RuleSaid = {
      ...anytime,
      who: { kind: 'everybody' },
      where: { ...anytime.where, groupIds: [] },
    };
    expect(say(rule)).toBe('Every valid card may charge at all stations');
    expect(say(rule, 'de')).toBe('Jede gültige Karte darf an allen Stationen laden');
  });

  test('for several groups, and also where the reader may not see one of them', () => {
    expect(say({ ...anytime, who: { kind: 'groups', groupIds: [1, 99] } })).toBe(
      'Groups Mitarbeiter or (another group) may charge at stations of group Hof',
    );
  });

  test('for a power class and single stations, which must all fit', () => {
    const where = {
      groupIds: [],
      powerClasses: ['DC' as const, 'HPC' as const],
      stationIds: ['LP-01', 'LP-02'],
    };
    expect(say({ ...anytime, where })).toBe(
      'Group Mitarbeiter may charge at LP-01 or LP-02 of class DC or HPC',
    );
    expect(say({ ...anytime, where: { ...where, groupIds: [2], powerClasses: [] } })).toBe(
      'Group Mitarbeiter may charge at stations of group Hof (only LP-01 or LP-02)',
    );
  });

  test('with days drawn together, whole days without times, and the end of a day at 24:00', () => {
    const windows = [
      { days: [7, 1, 3, 4, 5], from: 0, to: 1440 },
      { days: [1, 2, 3, 4, 5, 6, 7], from: 1200, to: 360 },
      { days: [6, 7], from: 720, to: 1440 },
    ];
    expect(say({ ...anytime, windows })).toBe(
      'Group Mitarbeiter may charge at stations of group Hof, Mon, Wed–Fri, Sun or daily 20:00–06:00 or Sat, Sun 12:00–24:00',
    );
  });
});

test('a rule that goes through the form and back is the same rule', () => {
  const berlin = formatIn('de');
  const rule = {
    ...workdays,
    id: 1,
    tenantId: 1,
    tenantName: '',
    name: 'Werktags',
    groups: [],
    state: 'in-force' as const,
    stationCount: 2,
  };
  const { who, where, windows, from, to } = ruleBody(ruleFields(rule, berlin), berlin);
  expect({ who, where, windows, from }).toEqual({
    who: rule.who,
    where: rule.where,
    windows: rule.windows,
    from: null,
  });
  expect(Date.parse(to ?? '')).toBe(Date.parse(rule.to ?? ''));
});
