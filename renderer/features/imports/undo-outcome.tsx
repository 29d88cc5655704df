import type { AnswerOf } from '../../lib/call-api.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useText } from '../../text/use-text.ts';
import classes from './undo-import.module.css';

const MOST_NAMED = 20;

/** What was taken back, and which rows stay because somebody has touched them or others need them. */
export function UndoOutcome({ outcome }: { readonly outcome: AnswerOf<'undoImport'> }) {
  const { t } = useText();
  const format = useFormat();
  const { undone, kept } = outcome;
  const more = kept.length - MOST_NAMED;
  return (
    <div role="status">
      <p>{t('imports.undone', { count: undone, number: format.number(undone) })}</p>
      {kept.length === 0 ? null : (
        <>
          <p>{t('imports.kept', { count: kept.length, number: format.number(kept.length) })}</p>
          <ul className={classes.kept}>
            {kept.slice(0, MOST_NAMED).map(({ number, of, name, why }) => (
              <li key={`${number} ${of} ${name}`}>
                {t('imports.keptRow', { line: number, name, why: t(`imports.keptWhy.${why}`) })}
              </li>
            ))}
            {more > 0 ? <li>{t('imports.keptMore', { number: format.number(more) })}</li> : null}
          </ul>
        </>
      )}
    </div>
  );
}
