import type { TariffDetail } from '#api/tariffs.ts';
import type { Work } from './work.ts';

/** What somebody works on: the draft, else what is published last. */
export function modelOf({ draft, scheduled, inForce, versions }: TariffDetail): Work['tariff'] {
  const model = draft ?? scheduled?.tariff ?? inForce?.tariff ?? versions[0]?.tariff;
  return model ?? NOTHING;
}

/** Tells apart what can be edited of a tariff as it is stored; the same while only rules or the time have gone on. */
export function storedKey(detail: TariffDetail): string {
  return JSON.stringify([detail.name, detail.text, modelOf(detail)]);
}

const NOTHING: Work['tariff'] = {
  currency: 'EUR',
  taxes: 'included',
  elements: [],
  minPrice: null,
  maxPrice: null,
  blocking: null,
  land: null,
};
