import type { Problem } from '#api/errors.ts';
import { ApiError } from '../../lib/api-error.ts';
import { type Translate, useText } from '../../text/use-text.ts';
import classes from './people-page.module.css';

type Tie = NonNullable<Problem['ties']>[number];

/** What keeps a node where it is, if that is why it was not moved. */
export function TieList({ error }: { readonly error: Error }) {
  const { t } = useText();
  const ties = error instanceof ApiError ? (error.problem.ties ?? []) : [];
  if (ties.length === 0) return null;
  return (
    <ul className={classes.ties}>
      {ties.map((tie) => {
        const line = tieLine(tie, t);
        return <li key={line}>{line}</li>;
      })}
    </ul>
  );
}

function tieLine({ to, name, what, count }: Tie, t: Translate): string {
  const things = { what: t(`people.hangs.${what}`), count };
  return name === null ? t(`people.tied.unseen.${to}`, things) : t(`people.tied.${to}`, { ...things, name });
}
