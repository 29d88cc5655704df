import { expect, test } from 'vitest';
import { movedBy } from './grid-move.ts';

const LAST = { index: 99, column: 4 };
const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey, metaKey: false });

test('the arrows move by one cell and stop at the edges', () => {
  expect(movedBy(key('ArrowDown'), { index: 3, column: 2 }, LAST)).toEqual({ index: 4, column: 2 });
  expect(movedBy(key('ArrowDown'), LAST, LAST)).toEqual(LAST);
  expect(movedBy(key('ArrowLeft'), { index: 3, column: 0 }, LAST)).toEqual({ index: 3, column: 0 });
});

test('with Ctrl they go to the edge, as in a spreadsheet', () => {
  expect(movedBy(key('ArrowDown', true), { index: 3, column: 2 }, LAST)).toEqual({ index: 99, column: 2 });
  expect(movedBy(key('Home', true), { index: 3, column: 2 }, LAST)).toEqual({ index: 0, column: 0 });
  expect(movedBy(key('End'), { index: 3, column: 2 }, LAST)).toEqual({ index: 3, column: 4 });
});

test('other keys leave the cell where it is', () => {
  expect(movedBy(key('a'), { index: 3, column: 2 }, LAST)).toBeNull();
});
