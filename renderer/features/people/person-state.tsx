import type { Person } from '#api/people.ts';
import { useText } from '../../text/use-text.ts';
import classes from './people-page.module.css';

/** Whether a person may sign in. */
export function PersonState({ person }: { readonly person: Person }) {
  const { t } = useText();
  const isDisabled = person.disabledAt !== null;
  return (
    <span className={classes.state} data-disabled={isDisabled}>
      {t(isDisabled ? 'people.disabled' : 'people.active')}
    </span>
  );
}
