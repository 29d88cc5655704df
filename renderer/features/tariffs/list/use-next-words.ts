import { useCallback } from 'react';
import type { Tariff } from '#api/tariffs.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';

/** Says what comes next of a tariff: `from 1 Dec 2026, 00:00: version 3`. */
export function useNextWords(): (tariff: Pick<Tariff, 'scheduled' | 'draft' | 'inForce'>) => string {
  const { t } = useText();
  const format = useFormat();
  return useCallback(
    ({ scheduled, draft, inForce }) => {
      if (scheduled !== null)
        return t('tariffs.nextVersion', { at: format.dateTime(scheduled.from), number: scheduled.number });
      if (draft !== null && inForce !== null) return t('tariffs.unpublished');
      return '';
    },
    [t, format],
  );
}
