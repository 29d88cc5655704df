import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import { LOG_KINDS } from '#api/logbook.ts';
import { textOptions } from '../../text/i18n.ts';
import { areaOf, EVENT_AREAS, kindsIn } from './event-areas.ts';
import { eventWords } from './event-words.ts';

describe.each(['de', 'en'] as const)('in %s', (language) => {
  const i18n = i18next.createInstance();
  void i18n.init(textOptions(language));
  const words = LOG_KINDS.map((kind) => eventWords(kind, (key, places = {}) => i18n.t(key, places)));

  test('every kind of event says something without its facts', () => {
    expect(words.filter((text) => !/\p{L}{3}/u.test(text) || /[∅{}]/.test(text))).toEqual([]);
  });

  test('no two kinds of one area are called the same', () => {
    const named = LOG_KINDS.map((kind, index) => `${areaOf(kind)}: ${words[index]}`);
    expect(named.filter((text, index) => named.indexOf(text) !== index)).toEqual([]);
  });
});

test('every kind of event is offered once', () => {
  const offered = EVENT_AREAS.flatMap(kindsIn);
  expect(offered.toSorted()).toEqual(LOG_KINDS.toSorted());
});
