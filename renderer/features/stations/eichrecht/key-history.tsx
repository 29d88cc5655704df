import type { PinnedKey } from '#api/meter-keys.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import { shortKey } from '../../../ui/key-words.ts';
import classes from './eichrecht.module.css';

/** Keys that counted before: what was charged under them is still verified with them. */
export function KeyHistory({ keys }: { readonly keys: readonly PinnedKey[] }) {
  const { t } = useText();
  const format = useFormat();
  if (keys.length === 0) return null;
  return (
    <details className={classes.history}>
      <summary>{t('eichrecht.history', { count: keys.length })}</summary>
      <ul>
        {keys.map(({ key, fingerprint, since, until, note }) => (
          <li key={`${key} ${since}`}>
            <code className={classes.mono}>{shortKey(fingerprint)}</code>{' '}
            {t('eichrecht.period', {
              from: format.dateTime(since),
              to: until === null ? '' : format.dateTime(until),
            })}
            {note === '' ? null : <p>{note}</p>}
          </li>
        ))}
      </ul>
    </details>
  );
}
