import { expect, test } from 'vitest';
import type { TraceLine } from '#api/trace.ts';
import { createTraceStore } from './trace-store.ts';

function line(key: string, more: Partial<TraceLine> = {}): TraceLine {
  return {
    key,
    at: '2026-11-21T08:00:00.000Z',
    stationId: 'A',
    direction: 'in',
    action: 'Heartbeat',
    outcome: 'answered',
    latencyMs: null,
    request: `[2,"${key}","Heartbeat",{}]`,
    answer: `[3,"${key}",{}]`,
    ...more,
  };
}

const keys = (lines: readonly TraceLine[]) => lines.map(({ key }) => key);

test('while the list stands still nothing moves and nothing is lost', () => {
  const store = createTraceStore();
  store.add([line('1')]);
  store.standStill(true);
  const before = store.view.lines;
  store.add([line('2'), line('3')]);
  expect(keys(store.view.lines)).toEqual(['1']);
  expect(store.view.lines).toBe(before);
  expect(store.view.waiting).toBe(2);
  store.standStill(false);
  expect(keys(store.view.lines)).toEqual(['1', '2', '3']);
  expect(store.view.waiting).toBe(0);
});

test('an answer joins its question wherever that waits', () => {
  const store = createTraceStore();
  const question = { direction: 'out', outcome: 'open', answer: null } as const;
  store.add([line('seen', question)]);
  store.standStill(true);
  store.add([line('waiting', question)]);
  const answer = {
    ...question,
    request: '',
    outcome: 'answered',
    answer: '[3,"x",{}]',
    latencyMs: 40,
  } as const;
  store.add([line('seen', answer), line('waiting', answer)]);
  expect(store.view.lines).toMatchObject([
    { outcome: 'answered', latencyMs: 40, request: '[2,"seen","Heartbeat",{}]' },
  ]);
  store.standStill(false);
  expect(store.view.lines.map(({ outcome }) => outcome)).toEqual(['answered', 'answered']);
});

test('what the journal tells again is not shown twice, and its older lines come first', () => {
  const store = createTraceStore();
  store.add([line('3', { latencyMs: 12 })]);
  store.addFromJournal([line('3'), line('2'), line('1')]);
  expect(keys(store.view.lines)).toEqual(['1', '2', '3']);
  expect(store.view.lines[2]?.latencyMs).toBe(12);
});

test('a filter shows what passes, also of what comes later', () => {
  const store = createTraceStore();
  store.add([line('1'), line('2', { action: 'Reset' })]);
  store.filter(({ action }) => action === 'Reset');
  store.add([line('3'), line('4', { action: 'Reset' })]);
  expect(keys(store.view.lines)).toEqual(['2', '4']);
  expect(store.view.held).toBe(4);
  store.filter(() => true);
  expect(keys(store.view.lines)).toEqual(['1', '2', '3', '4']);
});

test('the oldest make room, and answers still find their questions afterwards', () => {
  const store = createTraceStore(100, 10);
  store.add(
    Array.from({ length: 101 }, (_, index) => line(String(index), { outcome: 'open', answer: null })),
  );
  expect(store.view.held).toBe(90);
  expect(store.view.lines[0]?.key).toBe('11');
  store.add([line('50', { request: '', answer: '[3,"50",{}]', outcome: 'error' })]);
  expect(store.view.lines.find(({ key }) => key === '50')?.outcome).toBe('error');
  expect(store.view.held).toBe(90);
});

test('however long the list stands still, no more waits than it holds, and it says how many are gone', () => {
  const store = createTraceStore(100, 10);
  store.add([line('seen')]);
  store.standStill(true);
  for (let batch = 0; batch < 50; batch += 1)
    store.add(Array.from({ length: 10 }, (_, index) => line(String(batch * 10 + index))));
  expect(store.view.waiting).toBeLessThanOrEqual(100);
  expect(store.view.waiting + store.view.dropped).toBe(500);
  expect(keys(store.view.lines)).toEqual(['seen']);
  store.add([line('499', { request: '', answer: '[3,"499",{}]', outcome: 'error' })]);
  store.standStill(false);
  expect(store.view.lines.at(-1)).toMatchObject({ key: '499', outcome: 'error' });
  expect(store.view.held).toBeLessThanOrEqual(100);
  expect(store.view.held + store.view.dropped).toBe(501);
  store.clear();
  expect(store.view.dropped).toBe(0);
});

test('the count of what waits follows the filter and answers', () => {
  const store = createTraceStore();
  store.standStill(true);
  store.add([line('1', { outcome: 'open', answer: null }), line('2')]);
  store.filter(({ outcome }) => outcome === 'error');
  expect(store.view.waiting).toBe(0);
  store.add([line('1', { request: '', answer: '[4,"1","GenericError","",{}]', outcome: 'error' })]);
  expect(store.view.waiting).toBe(1);
  store.filter(() => true);
  expect(store.view.waiting).toBe(2);
});

test('what the journal tells of a lost line while the list stands still waits too, in its place', () => {
  const at = (second: number) => ({ at: `2026-11-21T08:00:0${second}.000Z` });
  const store = createTraceStore();
  store.add([line('2', at(2))]);
  store.standStill(true);
  store.add([line('3', at(3)), line('6', at(6))]);
  store.addFromJournal([line('6', at(6)), line('5', at(5)), line('4', at(4)), line('1', at(1))]);
  expect(keys(store.view.lines)).toEqual(['1', '2']);
  expect(store.view.waiting).toBe(4);
  store.standStill(false);
  expect(keys(store.view.lines)).toEqual(['1', '2', '3', '4', '5', '6']);
});
