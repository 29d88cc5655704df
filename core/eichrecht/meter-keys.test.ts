import { expect, test } from 'vitest';
import { connectorId, stationId } from '../shared/ids.ts';
import { instant } from '../shared/units.ts';
import { callKeyWrong, keyOfSession, noKeysYet, pinKey, sightKey } from './meter-keys.ts';
import type { KeySource, SeenKey } from './pinned-key.ts';

const NONE = noKeysYet(stationId('LAW-1'), connectorId(1));
const PINNED = pinKey(NONE, { ...seen('aa', 'nameplate', 10), by: 'Anna', note: '' });
const WRONG = { by: 'Anna', at: instant(40), note: 'a card of the next station' };

test('another key is news once, and an alarm that nobody has looked at is about whatever is shown last', () => {
  const first = sightKey(PINNED, seen('bb', 'record', 20));
  expect(first).toMatchObject({ news: 'alarm', keys: { alarm: { seen: { at: 20 }, judged: null } } });
  expect(sightKey(first.keys, seen('bb', 'record', 21)).news).toBe('none');
  const second = sightKey(first.keys, seen('cc', 'record', 30));
  expect(second).toMatchObject({
    news: 'shown',
    keys: { alarm: { seen: { key: { point: '04cc' }, at: 20 } } },
  });
});

test('an alarm ends when its key is pinned, and not when another one is', () => {
  const { keys } = sightKey(PINNED, seen('bb', 'record', 20));
  expect(pinKey(keys, { ...seen('bb', 'nameplate', 20), by: 'Anna', note: 'new' }).alarm).toBeNull();
  expect(pinKey(keys, { ...seen('cc', 'nameplate', 20), by: 'Anna', note: 'new' }).alarm).not.toBeNull();
});

test('a key that was called wrong is no alarm any more when the station tells the pinned one again, not when a record does', () => {
  const { keys } = sightKey(PINNED, seen('bb', 'configuration', 20));
  const called = callKeyWrong(keys, WRONG) ?? keys;
  expect(sightKey(keys, seen('aa', 'configuration', 50)).keys.alarm).not.toBeNull();
  expect(sightKey(called, seen('aa', 'record', 50)).keys.alarm).not.toBeNull();
  expect(sightKey(called, seen('aa', 'configuration', 50))).toMatchObject({
    news: 'alarm-over',
    keys: { alarm: null },
  });
  expect(callKeyWrong(PINNED, WRONG)).toBeNull();
});

test('a session before the alarm is none of its business, one that ended after it began is', () => {
  const { keys } = sightKey(PINNED, seen('bb', 'configuration', 20));
  const span = (from: number, to: number | null) => ({
    from: instant(from),
    to: to === null ? null : instant(to),
  });
  const ours = [{ curve: 'secp256r1', point: '04aa' }] as const;
  expect(keyOfSession(keys, span(11, 19), ours)).toBe('known');
  expect(keyOfSession(keys, span(11, 20), ours)).toBe('changed');
  expect(keyOfSession(keys, span(11, null), ours)).toBe('changed');
  expect(keyOfSession(PINNED, span(5, 9), ours)).toBe('unpinned');
  expect(keyOfSession(PINNED, span(11, 19), [])).toBeNull();
});

function seen(point: string, source: KeySource, at: number): SeenKey {
  return { key: { curve: 'secp256r1', point: `04${point}` }, source, at: instant(at) };
}
