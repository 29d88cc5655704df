import { IconLock, IconLockOpen2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { apiQuery } from '../../lib/api-query.ts';
import { useText } from '../../text/use-text.ts';
import classes from './access-sentence.module.css';

/** Who may charge, as a sentence, with the way to change it. */
export function AccessSentence() {
  const { t } = useText();
  const site = useQuery(apiQuery('getSite', {}));
  const closed = useQuery(apiQuery('listRules', {})).data?.closedStations ?? 0;
  if (site.data === undefined) return <span />;
  const Icon = site.data.access === 'everybody' ? IconLockOpen2 : IconLock;
  return (
    <p className={classes.sentence}>
      <Icon size={18} stroke={1.75} aria-hidden />
      {t(`access.mode.${site.data.access}`)}{' '}
      <Link to="/settings" hash="access">
        {t('access.changeMode')}
      </Link>
      {closed === 0 ? null : (
        <Link to="/cards" search={{ tab: 'rules' }}>
          {t('access.ruled', { count: closed })}
        </Link>
      )}
    </p>
  );
}
