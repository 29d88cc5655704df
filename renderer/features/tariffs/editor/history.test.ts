import { describe, expect, it } from 'vitest';
import { historyOf, redone, stepped, undone } from './history.ts';

describe('the way back while somebody paints', () => {
  const three = stepped(stepped(historyOf('a'), 'b', null), 'c', null);

  it('goes back step by step and forth again', () => {
    expect(undone(three).now).toBe('b');
    expect(undone(undone(undone(three))).now).toBe('a');
    expect(redone(undone(three)).now).toBe('c');
  });

  it('forgets what was taken back once something else is done', () => {
    expect(redone(stepped(undone(three), 'd', null)).now).toBe('d');
  });

  it('takes typing in one field as one step', () => {
    const typed = stepped(stepped(historyOf('0'), '0,4', 'price'), '0,49', 'price');
    expect(undone(typed).now).toBe('0');
  });

  it('remembers fifty steps', () => {
    let long = historyOf(0);
    for (let step = 1; step <= 80; step += 1) long = stepped(long, step, null);
    expect(long.past).toHaveLength(50);
  });
});
