import type { TariffDetail } from '#api/tariffs.ts';
import { ApiError } from '../../../lib/api-error.ts';
import { callVersioned, type InputOf } from '../../../lib/call-api.ts';
import { storedKey } from './stored.ts';

export type Saved =
  | { readonly kind: 'stored'; readonly stored: TariffDetail }
  | { readonly kind: 'overtaken'; readonly theirs: TariffDetail };

/** Between reading and writing a rule may have been added, or a version have taken effect: that overtakes nobody. */
const MOST_TRIES = 3;

/**
 * Stores a change of a tariff if what is stored is still `base`, as `storedKey` tells it; no change only looks.
 * @throws what the API says, or that it does not answer
 */
export async function saveUnlessOvertaken(
  tariffId: number,
  base: string,
  body: NonNullable<InputOf<'changeTariff'>['body']>,
): Promise<Saved> {
  for (let left = MOST_TRIES; ; left -= 1) {
    const { answer, etag } = await callVersioned('getTariff', { params: { tariffId } });
    if (storedKey(answer) !== base) return { kind: 'overtaken', theirs: answer };
    if (Object.keys(body).length === 0) return { kind: 'stored', stored: answer };
    try {
      const { answer: stored } = await callVersioned('changeTariff', { params: { tariffId }, body }, etag);
      return { kind: 'stored', stored };
    } catch (error) {
      const isOvertaken = error instanceof ApiError && error.code === 'changed-meanwhile';
      if (!isOvertaken || left === 0) throw error;
    }
  }
}
