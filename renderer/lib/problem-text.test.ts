import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import type { Problem } from '#api/errors.ts';
import { textOptions } from '../text/i18n.ts';
import { ApiError } from './api-error.ts';
import { problemText } from './problem-text.ts';

beforeAll(async () => {
  await i18next.init(textOptions('en'));
});

it('names the tariff and the stations whose clock may not be used, and what can be done', () => {
  const text = told({ tariff: 'Day and night', use: 'hours', stations: ['HOF 1', 'HOF 2'] });
  expect(text).toContain('The prices of “Day and night” change by the clock or the day');
  expect(text).toContain('HOF 1, HOF 2.');
  expect(text).toContain('one price all day');
  expect(text).not.toContain('blocking fee');
});

it('counts the stations beyond the first five', () => {
  const stations = Array.from({ length: 7 }, (_, index) => `HOF ${index + 1}`);
  expect(told({ tariff: 'Full', use: 'time', stations })).toContain('HOF 5. And at 2 more.');
});

function told(clock: NonNullable<Problem['clock']>): string {
  const problem = { type: 'about:blank', title: '', status: 409, code: 'time-not-allowed', clock } as const;
  return problemText(new ApiError(problem), (key, places = {}) => i18next.t(key, places));
}
