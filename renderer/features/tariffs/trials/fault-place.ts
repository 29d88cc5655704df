import type { Tariff } from '#api/tariff-model.ts';
import type { TariffFault } from '#api/tariff-trials.ts';
import type { Translate } from '../../../text/use-text.ts';
import type { Drawing } from '../week/drawing.ts';

/** A place on the page of the editor, by what the page calls it. */
export interface FaultPlace {
  /** The id of what stands there. */
  readonly id: string;
  readonly label: string;
}

/** The ids of places on the page that a fault may lead to. */
export const placeId = {
  special: (place: number) => `tariff-special-${place + 1}`,
  band: (place: number) => `tariff-band-${place + 1}`,
  startFee: 'tariff-startFee',
  blocking: 'tariff-blocking',
  minPrice: 'tariff-minPrice',
  maxPrice: 'tariff-maxPrice',
} as const;

/** Where on the page a fault is: faults know elements, people know special prices and bands. Null: in the tariff as a whole. */
export function faultPlace(
  fault: Pick<TariffFault, 'place' | 'element'>,
  { tariff, drawing }: { readonly tariff: Tariff; readonly drawing: Drawing },
  t: Translate,
): FaultPlace | null {
  switch (fault.place) {
    case 'tariff':
      return null;
    case 'blocking':
      return { id: placeId.blocking, label: t('tariffs.blocking') };
    case 'min':
      return { id: placeId.minPrice, label: t('tariffs.minPrice') };
    case 'max':
      return { id: placeId.maxPrice, label: t('tariffs.maxPrice') };
    case 'element':
    case 'component':
      return elementPlace(tariff.elements[fault.element ?? -1], drawing, t);
  }
}

function elementPlace(
  element: Tariff['elements'][number] | undefined,
  { specials, paint, startFee }: Drawing,
  t: Translate,
): FaultPlace | null {
  if (element === undefined) return null;
  const isThis = (other: unknown) => JSON.stringify(other) === JSON.stringify(element);
  const special = specials.findIndex((one) => one === element || isThis(one));
  if (special !== -1)
    return { id: placeId.special(special), label: t('tariffs.specialName', { number: special + 1 }) };
  const prices = JSON.stringify(element.components);
  const band = paint.bands.findIndex((one) => JSON.stringify(one) === prices);
  if (band !== -1) return { id: placeId.band(band), label: t('tariffs.band', { number: band + 1 }) };
  if (startFee !== null && element.components.some(({ dimension }) => dimension === 'flat'))
    return { id: placeId.startFee, label: t('tariffs.startFee') };
  return null;
}
