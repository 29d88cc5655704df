import type { Translate } from '../text/use-text.ts';
import { ApiError, UnreachableError } from './api-error.ts';

/** A failure in the reader's words. */
export function problemText(error: Error, t: Translate): string {
  if (error instanceof UnreachableError) return t('problems.unreachable');
  if (error instanceof ApiError) return t(`problems.${error.code}`);
  return t('problems.failed');
}
