import { describe, expect, it } from 'vitest';
import { columnsOf } from '../week/paint.ts';
import { drawingOf } from '../week/paint-of-tariff.ts';
import { STARTING_POINTS, startingTariff } from './starting-points.ts';

describe('what a tariff begins with', () => {
  it.each(STARTING_POINTS)('%s has a price at every hour', (point) => {
    const { paint, specials } = drawingOf(startingTariff(point, 'EUR').elements);
    expect(specials).toEqual([]);
    for (const column of columnsOf(paint)) expect(paint.days[column]).not.toContain(null);
  });
});
