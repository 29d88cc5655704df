import { afterEach, expect, test } from 'vitest';
import { startSite, type TestSite } from '../../testing/start-site.ts';
import { DOUBT_WORDS } from './doubt-words.ts';
import { PRICE_STATE_WORDS, REFUSAL_WORDS, SESSION_STATE_WORDS, STOP_REASON_WORDS } from './session-words.ts';

let site: TestSite | undefined;

afterEach(async () => {
  await site?.stop();
  site = undefined;
});

test.each(['de', 'en'] as const)('the words of a file are those on the screen (%s)', async (language) => {
  const onScreen = async (area: string) =>
    (await import(new URL(`../../../renderer/text/${language}/${area}.ts`, import.meta.url).href))[area];
  const inFile = (words: Readonly<Record<string, { readonly de: string; readonly en: string }>>) =>
    Object.fromEntries(Object.entries(words).map(([state, word]) => [state, word[language]]));
  expect(inFile(SESSION_STATE_WORDS)).toEqual((await onScreen('sessions')).state);
  expect(inFile(PRICE_STATE_WORDS)).toEqual((await onScreen('prices')).short);
  expect(inFile(STOP_REASON_WORDS)).toEqual((await onScreen('sessions')).reason);
  expect(inFile(DOUBT_WORDS)).toEqual(await onScreen('doubts'));
  const { accepted: _, ...refusals } = (await onScreen('access')).verdict;
  expect(inFile(REFUSAL_WORDS)).toEqual(refusals);
});

test('a spreadsheet says in words what ended a session and what is wrong with it, with its figures', async () => {
  site = await startSite({ startsAt: Date.parse('2026-11-24T12:00:00Z') });
  await charge(site, 'A', { reason: 'EVDisconnected', meterStop: 1_500 });
  const german = (await site.api.get('/sessions?format=csv-excel')).text.split('\r\n');
  expect(german[1]).toContain('Der Zähler lief rückwärts: 2,000 kWh bei Beginn, 1,500 kWh bei Ende.');
  expect(german[1]).toContain(';Kabel am Auto gezogen;');
  const english = (await site.api.get('/sessions?format=csv-excel&language=en')).text.split('\r\n');
  expect(english[1]).toContain('The meter ran backwards: 2,000 kWh at the start, 1,500 kWh at the end.');
  expect(english[1]).toContain(';Cable pulled at the car;');
  // Programs get the words that never change.
  const plain = (await site.api.get('/sessions?format=csv')).text.split('\r\n');
  expect(plain[1]).toContain(',EVDisconnected,,meter-backwards,');
});

async function charge(
  { station: connect, clock }: TestSite,
  id: string,
  stop: { readonly reason: string; readonly meterStop: number },
): Promise<void> {
  const station = await connect(id);
  const now = () => new Date(clock.now()).toISOString();
  const start = { connectorId: 1, idTag: id, meterStart: 2_000, timestamp: now() };
  const { transactionId } = await station.ok('StartTransaction', start);
  clock.advance(3_600_000);
  await station.ok('StopTransaction', { transactionId, timestamp: now(), ...stop });
}
