import type { PriceComponent, Tariff } from '#api/tariff-model.ts';
import type { Drawing } from '../week/drawing.ts';
import { elementsOf } from '../week/elements-of-paint.ts';
import type { Paint } from '../week/paint.ts';
import { drawingOf } from '../week/paint-of-tariff.ts';

/** A tariff that somebody works on, and how it is drawn. Until the week is touched its elements stay as they came. */
export interface Work {
  readonly tariff: Tariff;
  readonly drawing: Drawing;
}

export function workOn(tariff: Tariff): Work {
  return { tariff, drawing: drawingOf(tariff.elements) };
}

export function redrawn({ tariff, drawing }: Work, change: Partial<Drawing>): Work {
  const next = { ...drawing, ...change };
  return { tariff: { ...tariff, elements: [...elementsOf(next)] }, drawing: next };
}

export function repainted(work: Work, paint: Paint): Work {
  return redrawn(work, { paint });
}

/** Changes what is not drawn. */
export function changed({ tariff, drawing }: Work, change: Partial<Omit<Tariff, 'elements'>>): Work {
  return { tariff: { ...tariff, ...change }, drawing };
}

/** The rate of the tariff: that of its first price; 19 % where there is none. */
export function vatOf({ elements, blocking, taxes }: Tariff): number | null {
  if (taxes === 'none') return null;
  const first = elements.flatMap(({ components }) => components)[0] ?? blocking;
  return first?.vatBasisPoints ?? USUAL_VAT;
}

/** Gives every price one rate. */
export function withVat(work: Work, vatBasisPoints: number | null): Work {
  const { specials, paint, startFee } = work.drawing;
  const rated = (component: PriceComponent): PriceComponent => ({ ...component, vatBasisPoints });
  const { blocking } = work.tariff;
  const next = redrawn(work, {
    specials: specials.map(({ components, when }) => ({ components: components.map(rated), when })),
    paint: { ...paint, bands: paint.bands.map((band) => band.map(rated)) },
    startFee: startFee === null ? null : rated(startFee),
  });
  return blocking === null ? next : changed(next, { blocking: { ...blocking, vatBasisPoints } });
}

const USUAL_VAT = 1_900;
