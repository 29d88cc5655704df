import { IMPORT_VERDICTS, type ImportCounts } from '#api/imports.ts';
import type { Format } from '../../lib/format.ts';
import type { Translate } from '../../text/use-text.ts';

/** `491 new, 3 changed, 9 left behind`; what there is none of is not told. */
export function countWords(
  counts: ImportCounts,
  { t, format }: { readonly t: Translate; readonly format: Format },
): string {
  const words = IMPORT_VERDICTS.filter((verdict) => counts[verdict] > 0).map((verdict) =>
    t(`imports.counted.${verdict}`, { number: format.number(counts[verdict]) }),
  );
  return words.length === 0 ? t('imports.nothingDone') : words.join(', ');
}
