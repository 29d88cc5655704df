import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { apiQuery } from '../../lib/api-query.ts';
import { useMay } from '../../lib/use-may.ts';
import { useText } from '../../text/use-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { DetailPanel } from '../../ui/split-page.tsx';
import type { FocusWish } from '../../ui/use-panel-focus.ts';
import { PersonActions } from './person-actions.tsx';
import { PersonForm } from './person-form.tsx';
import { PersonSignIns } from './person-sign-ins.tsx';
import { PersonState } from './person-state.tsx';

interface PersonPanelProps {
  readonly personId: number;
  readonly focusOn: FocusWish | undefined;
  readonly onClose: () => void;
}

/** One person: what can be done at once, what is written down, and where the person is signed in. */
export function PersonPanel({ personId, focusOn, onClose }: PersonPanelProps) {
  const { t } = useText();
  const mayWrite = useMay()('people.write');
  const person = useQuery(apiQuery('getPerson', { params: { personId } }));
  const me = useQuery(apiQuery('status', {})).data?.signedInAs?.personId;
  const { data } = person;
  const title = data?.name ?? t('words.loading');
  const facts =
    data === undefined
      ? []
      : [
          ...(data.mustChangePassword ? [t('people.newcomer')] : []),
          ...(data.secondFactor ? [t('people.withFactor')] : []),
        ];
  return (
    <DetailPanel
      label={title}
      title={title}
      under={
        data === undefined ? undefined : (
          <>
            <PersonState person={data} />
            {facts.map((fact) => ` · ${fact}`).join('')}
          </>
        )
      }
      focusOn={focusOn}
      onClose={onClose}
    >
      {person.error && data === undefined ? (
        <ProblemNote error={person.error} onRetry={() => void person.refetch()} />
      ) : null}
      {data === undefined ? null : (
        <>
          {personId === me ? (
            <p>
              <Link to="/settings" hash="account">
                {t('people.own')}
              </Link>
            </p>
          ) : mayWrite ? (
            <PersonActions person={data} />
          ) : null}
          <PersonForm person={data} onAdded={() => undefined} />
          {mayWrite && personId !== me ? <PersonSignIns personId={personId} /> : null}
        </>
      )}
    </DetailPanel>
  );
}
