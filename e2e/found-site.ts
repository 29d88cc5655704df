import { expect, type Page } from 'playwright/test';

export const OWNER = { name: 'M. Weber', password: 'four words in a row' } as const;

/** What the first wizard asks, as the tests answer it unless they are about that. */
export const ENGLISH_SITE = {
  language: 'en',
  region: 'en-GB',
  siteName: 'North yard',
  timeZone: 'Europe/Berlin',
  ownerName: OWNER.name,
  password: OWNER.password,
  access: 'known-cards',
} as const;

export const GERMAN_SITE = {
  ...ENGLISH_SITE,
  language: 'de',
  region: 'de-DE',
  siteName: 'Betriebshof Nord',
} as const;

/** Asks the API for whoever is signed in at the page; what is refused fails the test. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers as a foreign program would
export async function post(page: Page, path: string, data: object): Promise<any> {
  const answer = await page.request.post(`/api/v1/${path}`, { data });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return answer.json();
}
