import { useCallback } from 'react';
import type { Tariff } from '#api/tariffs.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useText } from '../../../text/use-text.ts';
import { countsSoon } from './counts-soon.ts';

type Planned = Pick<Tariff, 'state' | 'scheduled' | 'draft' | 'inForce'>;

/** Says what comes next of a tariff: `from 1 Dec 2026, 00:00: version 3`; without the time where its state says "in a few seconds". */
export function useNextWords(): (tariff: Planned) => string {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  return useCallback(
    ({ state, scheduled, draft, inForce }) => {
      if (scheduled !== null) {
        const { from, number } = scheduled;
        return countsSoon({ state, from }, now)
          ? t('tariffs.version', { number })
          : t('tariffs.nextVersion', { at: format.dateTime(from), number });
      }
      if (draft !== null && inForce !== null) return t('tariffs.unpublished');
      return '';
    },
    [t, format, now],
  );
}
