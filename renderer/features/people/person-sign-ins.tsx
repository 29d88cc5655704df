import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../../lib/api-query.ts';
import { useText } from '../../text/use-text.ts';
import { Section } from '../../ui/section.tsx';
import { SignInFacts } from '../../ui/sign-in-facts.tsx';
import classes from './people-page.module.css';

/** Where a person is signed in. Nothing for whoever may not know. */
export function PersonSignIns({ personId }: { readonly personId: number }) {
  const { t } = useText();
  const { data } = useQuery({ ...apiQuery('listPersonSignIns', { params: { personId } }), retry: false });
  if (data === undefined) return null;
  return (
    <Section title={t('people.signIns')}>
      {data.items.length === 0 ? (
        <p className={classes.quiet}>{t('people.noSignIns')}</p>
      ) : (
        <ul className={classes.list}>
          {data.items.map((signIn) => (
            <li key={signIn.id}>
              <SignInFacts signIn={signIn} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
