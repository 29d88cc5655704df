import { expect, test } from 'vitest';
import { createCallQueue } from './call-queue.ts';
import type { CallResultFrame } from './frame.ts';

function answer(messageId: string): CallResultFrame & { raw: string } {
  return { kind: 'result', messageId, payload: {}, oddities: [], raw: '' };
}

function queueWithLog() {
  const queue = createCallQueue();
  const sent: string[] = [];
  const push = (messageId: string, options: { timeoutMs?: number; signal?: AbortSignal } = {}) =>
    queue.push({ messageId, timeoutMs: 10_000, ...options, send: () => sent.push(messageId) });
  return { queue, sent, push };
}

test('only one call is open at a time, and they go out in order', async () => {
  const { queue, sent, push } = queueWithLog();
  const first = push('1');
  const second = push('2');
  expect(sent).toEqual(['1']);
  expect(queue.settle(answer('2'))).toBe('unknown');
  expect(queue.settle(answer('1'))).toBe('matched');
  expect(sent).toEqual(['1', '2']);
  queue.settle(answer('2'));
  expect(await first).toMatchObject({ kind: 'answered', frame: { messageId: '1' } });
  expect(await second).toMatchObject({ kind: 'answered', frame: { messageId: '2' } });
});

test('an answer after the time-out is late and does not answer the next call', async () => {
  const { queue, sent, push } = queueWithLog();
  const first = push('1', { timeoutMs: 5 });
  const second = push('2');
  expect(await first).toEqual({ kind: 'timeout' });
  expect(sent).toEqual(['1', '2']);
  expect(queue.settle(answer('1'))).toBe('late');
  expect(queue.settle(answer('2'))).toBe('matched');
  expect(await second).toMatchObject({ kind: 'answered' });
});

test('an aborted call leaves the queue, whether it was sent or not', async () => {
  const { queue, sent, push } = queueWithLog();
  const stop = new AbortController();
  const first = push('1', { signal: stop.signal });
  const second = push('2', { signal: stop.signal });
  const third = push('3');
  stop.abort();
  expect(await first).toEqual({ kind: 'aborted' });
  expect(await second).toEqual({ kind: 'aborted' });
  expect(sent).not.toContain('2');
  expect(queue.settle(answer('1'))).toBe('late');
  queue.settle(answer('3'));
  expect(await third).toMatchObject({ kind: 'answered' });
  expect(await push('4', { signal: stop.signal })).toEqual({ kind: 'aborted' });
});

test('a closed connection ends every call, now and later', async () => {
  const { queue, sent, push } = queueWithLog();
  const calls = [push('1'), push('2')];
  queue.close();
  expect(await Promise.all(calls)).toEqual([{ kind: 'closed' }, { kind: 'closed' }]);
  expect(await push('3')).toEqual({ kind: 'closed' });
  expect(sent).toEqual(['1']);
});
