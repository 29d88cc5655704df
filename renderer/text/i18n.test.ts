import { expect, it } from 'vitest';
import { firstSpoken } from './i18n.ts';

it.each([
  [['en-GB', 'de-DE'], 'en'],
  [['fr-CH', 'de-CH', 'en'], 'de'],
  [['fr'], 'en'],
  [['den'], 'en'],
])('whoever reads %j is greeted in %s', (tags, language) => {
  expect(firstSpoken(tags)).toBe(language);
});
