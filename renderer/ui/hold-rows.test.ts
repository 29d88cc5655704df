import { describe, expect, it } from 'vitest';
import { holdRows } from './hold-rows.ts';

const rowsOf = (...keys: readonly string[]) => keys.map((key) => ({ key }));
const keyOf = (row: { readonly key: string }) => row.key;

describe('while somebody is in the table', () => {
  it('rows that came above wait and are counted', () => {
    const held = holdRows(rowsOf('d', 'c', 'b', 'a'), ['b', 'a'], keyOf);
    expect(held.rows.map(keyOf)).toEqual(['b', 'a']);
    expect(held.newCount).toBe(2);
  });

  it('the next page joins at the end', () => {
    const held = holdRows(rowsOf('c', 'b', 'a', 'z'), ['c', 'b', 'a'], keyOf);
    expect(held.rows.map(keyOf)).toEqual(['c', 'b', 'a', 'z']);
    expect(held.newCount).toBe(0);
  });

  it('a row between two others joins between them', () => {
    const held = holdRows(rowsOf('e', 'd', 'c', 'x', 'y', 'b', 'a'), ['d', 'c', 'b', 'a'], keyOf);
    expect(held.rows.map(keyOf)).toEqual(['d', 'c', 'x', 'y', 'b', 'a']);
    expect(held.newCount).toBe(1);
  });

  it('rows keep their places when the list is put in another order', () => {
    expect(holdRows(rowsOf('a', 'c', 'b'), ['c', 'b', 'a'], keyOf).rows.map(keyOf)).toEqual(['c', 'b', 'a']);
  });

  it('rows that are gone leave', () => {
    expect(holdRows(rowsOf('c', 'a'), ['c', 'b', 'a'], keyOf).rows.map(keyOf)).toEqual(['c', 'a']);
  });

  it('another list altogether is shown at once', () => {
    const held = holdRows(rowsOf('y', 'x'), ['b', 'a'], keyOf);
    expect(held.rows.map(keyOf)).toEqual(['y', 'x']);
    expect(held.newCount).toBe(0);
  });
});
