import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSite, type TestSite } from '../testing/start-site.ts';
import { addClient, askWith, tokenOf } from '../testing/test-client.ts';

let site: TestSite;

beforeEach(async () => {
  site = await startSite();
});
afterEach(async () => {
  await site.stop();
});

const CARD = { uid: 'A1', holder: 'A' };
const add = (key: string, body: unknown = CARD) =>
  site.api.send('POST', '/api/v1/cards', { body, headers: { 'idempotency-key': key } });

test('what is sent again under its key gets the answer that it got, and is done once', async () => {
  const first = await add('key-1');
  expect(first.status).toBe(201);
  expect(first.headers['idempotency-replayed']).toBeUndefined();
  const again = await add('key-1');
  expect([again.status, again.text]).toEqual([201, first.text]);
  expect(again.headers['idempotency-replayed']).toBe('true');
  expect(again.headers['content-type']).toBe(first.headers['content-type']);
  await site.restart();
  expect((await add('key-1')).text).toBe(first.text);
  // A refusal is an answer, too.
  const refused = await add('key-2');
  expect(refused.json.code).toBe('card-exists');
  expect((await add('key-2')).headers['idempotency-replayed']).toBe('true');
});

test('another request under a key that was used is refused', async () => {
  await add('key-1');
  const { status, json } = await add('key-1', { uid: 'B2', holder: 'B' });
  expect([status, json.code]).toEqual([422, 'idempotency-key-reused']);
});

test('of many at once with one key one is done, and the others are told so or wait their turn', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => add('key-1')));
  const done = answers.filter(
    ({ status, headers }) => status === 201 && headers['idempotency-replayed'] === undefined,
  );
  expect(done).toHaveLength(1);
  for (const { status, json } of answers)
    if (status !== 201) expect([status, json.code]).toEqual([409, 'idempotency-running']);
});

test('keys of different callers have nothing to do with each other', async () => {
  await add('key-1');
  const client = await addClient(site, { permissions: ['access.read', 'access.write'] });
  const token = await tokenOf(site, client);
  const answer = await site.stranger().send('POST', '/api/v1/cards', {
    body: { uid: 'B2', holder: 'B' },
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': 'key-1' },
  });
  expect(answer.status).toBe(201);
  expect((await askWith(site, token, { path: '/cards' })).json.items).toHaveLength(2);
});

test('where nobody knows how it ended, it is not done again', async () => {
  // What a crash leaves behind: the key was stored before the work, the answer was not.
  const first = await add('key-1');
  const keyHash = hashOf('key-1');
  const kept = await site.store.reads.idempotency(keyHash);
  expect(kept?.sealedAnswer).not.toBeNull();
  await site.store.submit({
    decide: () => ({
      value: undefined,
      changes: [
        {
          kind: 'save-idempotency',
          record: {
            keyHash,
            sealedFingerprint: kept?.sealedFingerprint ?? '',
            at: site.clock.now(),
            sealedAnswer: null,
          },
        },
      ],
    }),
    undo: () => {},
  });
  await site.api.delete(`/cards/${first.json.id}`);
  const again = await add('key-1');
  expect([again.status, again.json.code]).toEqual([409, 'idempotency-unsettled']);
  expect((await site.api.get('/cards')).json.items).toEqual([]);
});

test('a key is forgotten after a day', async () => {
  const first = await add('key-1');
  await site.api.delete(`/cards/${first.json.id}`);
  site.clock.advance(86_400_000);
  const again = await add('key-1');
  expect([again.status, again.headers['idempotency-replayed']]).toEqual([201, undefined]);
});

test('a key that is none is refused before anything is done', async () => {
  for (const key of [' ', 'a b', 'x'.repeat(256)]) expect((await add(key)).json.code).toBe('invalid-request');
  expect((await site.api.get('/cards')).json.items).toEqual([]);
});

/** As a key of the owner, who is the first person, is stored. */
function hashOf(key: string): string {
  return createHash('sha256')
    .update(JSON.stringify(['person 1', key]))
    .digest('base64url');
}
