import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Tariff } from '#api/tariff-model.ts';
import type { TariffFault } from '#api/tariff-trials.ts';
import { textOptions } from '../../../text/i18n.ts';
import type { Translate } from '../../../text/use-text.ts';
import { workOn } from '../editor/work.ts';
import { startingTariff } from '../list/starting-points.ts';
import { ALWAYS } from '../week/elements-of-paint.ts';
import { faultGroups } from './fault-words.ts';

beforeAll(async () => {
  await i18next.init(textOptions('en'));
});

const t: Translate = (key, places = {}) => i18next.t(key, places);

const visitors = startingTariff('visitors', 'EUR');
/** Painted, with one special price in front. */
const tariff: Tariff = {
  ...visitors,
  elements: [
    { components: [], when: { ...ALWAYS, energyWh: { atLeast: 20_000, below: null } } },
    ...visitors.elements,
  ],
};
const work = workOn(tariff);

function gap(weekday: number, from: number, to: number): TariffFault {
  return {
    kind: 'gap',
    severity: 'warns',
    element: null,
    component: null,
    place: 'tariff',
    dimension: 'energy',
    stretch: { weekday, onHolidays: false, from, to },
    with: null,
    of: null,
    currency: null,
  };
}

function inElement(element: number, kind: TariffFault['kind']): TariffFault {
  return { ...gap(1, 0, 360), kind, severity: 'forbids', element, place: 'element', stretch: null };
}

describe('what is wrong with a tariff', () => {
  it('says days that are alike together', () => {
    const gaps = [1, 2, 3, 4, 5].map((weekday) => gap(weekday, 0, 360));
    expect(faultGroups(gaps, work, t)).toEqual([
      {
        words: 'No price for energy: it would be free.',
        severity: 'warns',
        at: [],
        places: ['Mon–Fri 00:00–06:00'],
        more: 0,
      },
    ]);
  });

  it('says first what forbids to publish, and where it stands by the name that the page has for it', () => {
    const faults = [gap(1, 0, 360), inElement(0, 'no-components'), inElement(1, 'no-components')];
    expect(faultGroups(faults, work, t).map(({ words, at }) => [words, at])).toEqual([
      [
        'A price is missing.',
        [
          { id: 'tariff-special-1', label: 'Special price 1' },
          { id: 'tariff-band-1', label: 'Band 1' },
        ],
      ],
      ['No price for energy: it would be free.', []],
    ]);
  });

  it('leads to the blocking fee and to the limits as well', () => {
    const faults: TariffFault[] = [
      { ...inElement(0, 'empty-window'), element: null, place: 'blocking' },
      { ...inElement(0, 'min-above-max'), element: null, place: 'min' },
    ];
    expect(faultGroups(faults, work, t).flatMap(({ at }) => at)).toEqual([
      { id: 'tariff-blocking', label: 'Blocking fee' },
      { id: 'tariff-minPrice', label: 'Minimum price' },
    ]);
  });
});
