import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TariffFault } from '#api/tariff-trials.ts';
import { textOptions } from '../../../text/i18n.ts';
import type { Translate } from '../../../text/use-text.ts';
import { faultGroups } from './fault-words.ts';

beforeAll(async () => {
  await i18next.init(textOptions('en'));
});

const t: Translate = (key, places = {}) => i18next.t(key, places);

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
  };
}

describe('what is wrong with a tariff', () => {
  it('says days that are alike together', () => {
    const gaps = [1, 2, 3, 4, 5].map((weekday) => gap(weekday, 0, 360));
    expect(faultGroups(gaps, t)).toEqual([
      {
        words: 'No price for energy: it would be free.',
        severity: 'warns',
        places: ['Mon–Fri 00:00–06:00'],
        more: 0,
      },
    ]);
  });

  it('says first what forbids to publish, and where it stands', () => {
    const forbids: TariffFault = {
      ...gap(1, 0, 360),
      kind: 'no-components',
      severity: 'forbids',
      element: 1,
      place: 'element',
      dimension: null,
      stretch: null,
    };
    expect(faultGroups([gap(1, 0, 360), forbids], t).map(({ words }) => words)).toEqual([
      'A building block has no price. (building block 2)',
      'No price for energy: it would be free.',
    ]);
  });
});
