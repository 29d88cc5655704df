import { describe, expect, it } from 'vitest';
import { ACCEPTANCE_STEPS, FAIL_REASONS, STEP_STATES } from '#api/acceptance.ts';
import { COMMAND_STATES } from '#api/commands.ts';
import { ERRORS } from '#api/errors.ts';
import { REFUSAL_REASONS } from '#api/knocks.ts';
import { LOG_KINDS } from '#api/logbook.ts';
import { KEY_SOURCES } from '#api/meter-keys.ts';
import { KNOWN, OFFLINE_CARDS, REPAIRS } from '#api/offline-board.ts';
import { HELD_REASONS as PRICES_HELD } from '#api/price-steps.ts';
import { PRICE_STATES } from '#api/session-prices.ts';
import { DOUBT_KINDS } from '#api/sessions.ts';
import {
  ENERGY_HELD_REASONS,
  METER_CLOCKS,
  SIGNED_FAULTS,
  SIGNED_REMARKS,
  SIGNED_VERDICTS,
  UNVERIFIABLE,
} from '#api/signed-values.ts';
import { MARKS } from '#api/stations.ts';
import { RULE_KINDS } from '#api/tariff-rules.ts';
import { TARIFF_FAULTS } from '#api/tariff-trials.ts';
import { WHY_ACTIONS, WHY_CAUSES, WHY_CHECKS, WHY_CLEARS } from '#api/why.ts';
import { de } from './de.ts';
import { en } from './en.ts';

type Tree = { readonly [key: string]: string | Tree };

function textsOf(tree: Tree, path = ''): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') texts.set(`${path}${key}`, value);
    else for (const [inner, text] of textsOf(value, `${path}${key}.`)) texts.set(inner, text);
  }
  return texts;
}

function placesOf(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((place) => place[1] ?? '').toSorted();
}

const english = textsOf(en);
const german = textsOf(de);

describe('the German catalogue says what the English one says', () => {
  it('has the same keys', () => {
    expect([...german.keys()]).toEqual([...english.keys()]);
  });

  it('has the same places in every text', () => {
    for (const [key, text] of english)
      expect([key, placesOf(german.get(key) ?? '')]).toEqual([key, placesOf(text)]);
  });

  it('leaves no text empty', () => {
    for (const [key, text] of [...english, ...german]) expect([key, text.trim()]).not.toEqual([key, '']);
  });

  it('keeps to the words of the house', () => {
    for (const [key, text] of german) {
      // OverCurrent is Überstrom; people are Fahrer or Inhaber, and a session is a Ladevorgang.
      expect([key, /Überspannungsfehler|\bUser\b|\bBenutzer/.test(text)]).toEqual([key, false]);
      if (key !== 'sessions.transaction') expect([key, text.includes('Transaktion')]).toEqual([key, false]);
    }
  });
});

describe('whatever the API can say has words', () => {
  it.each([
    ['states.short', MARKS],
    ['logLines', LOG_KINDS],
    ['doubts', DOUBT_KINDS],
    ['eichrecht.sources', KEY_SOURCES],
    ['eichrecht.signed.verdict', SIGNED_VERDICTS],
    ['eichrecht.signed.why', UNVERIFIABLE],
    ['eichrecht.signed.held', ENERGY_HELD_REASONS],
    ['eichrecht.signed.clocks', METER_CLOCKS],
    ['eichrecht.signed.fault', SIGNED_FAULTS],
    ['eichrecht.signed.remark', SIGNED_REMARKS],
    ['logLines.doubt', DOUBT_KINDS],
    ['stations.knocks.reason', REFUSAL_REASONS],
    ['logLines.refusal', REFUSAL_REASONS],
    ['commands.end', COMMAND_STATES],
    ['offline.cards', OFFLINE_CARDS],
    ['offline.known', KNOWN],
    ['offline.step', REPAIRS],
    ['acceptance.step', ACCEPTANCE_STEPS],
    ['acceptance.todo', ACCEPTANCE_STEPS],
    ['acceptance.failure', FAIL_REASONS],
    ['acceptance.state', STEP_STATES],
    ['why.check', WHY_CHECKS],
    ['why.cause', WHY_CAUSES],
    ['why.evidence', WHY_CAUSES],
    ['why.say', WHY_CAUSES],
    ['why.clear', WHY_CLEARS],
    ['why.action', WHY_ACTIONS],
    ['tariffs.fault', TARIFF_FAULTS],
    ['prices.held', PRICES_HELD],
    ['prices.state', PRICE_STATES],
    ['payers.kind', RULE_KINDS],
    ['problems', Object.keys(ERRORS)],
  ])('%s', (area, words) => {
    for (const word of words) expect(english.has(`${area}.${word}`) ? word : `${word} is missing`).toBe(word);
  });
});
