import { useQuery } from '@tanstack/react-query';
import type { ConfigurationChange } from '#api/configuration.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useNow } from '../../lib/use-now.ts';
import { useText } from '../../text/use-text.ts';
import { Section } from '../../ui/section.tsx';
import classes from './configuration-history.module.css';
import { answerWords } from './configuration-words.ts';

const SHOWN = 30;

/** Who changed what, when, and what the station made of it. */
export function ConfigurationHistory({ stationId }: { readonly stationId: string }) {
  const { t } = useText();
  const changes = useQuery(
    apiQuery('listConfigurationChanges', { params: { stationId }, query: { limit: SHOWN } }),
  );
  const items = changes.data?.items;
  if (items === undefined) return null;
  return (
    <Section title={t('configuration.history')}>
      {items.length === 0 ? <p className={classes.quiet}>{t('configuration.noHistory')}</p> : null}
      <ul className={classes.list}>
        {items.map((change) => (
          <li key={`${change.at} ${change.key}`}>
            <ChangeLine change={change} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ChangeLine({ change }: { readonly change: ConfigurationChange }) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const time = format.moment(change.at, now);
  const isYes = change.answer === 'accepted' || change.answer === 'reboot-required';
  const value = (text: string | null) => (change.secret ? '•••' : text === null || text === '' ? '–' : text);
  return (
    <>
      <code className={classes.key}>{change.key}</code>
      <p className={classes.values}>
        {value(change.before)} → {value(change.wanted)}
      </p>
      <p className={isYes ? classes.quiet : classes.no}>{answerWords(change, t)}</p>
      <p className={classes.quiet}>
        {change.template === null
          ? t('configuration.by', { who: change.who, time })
          : t('configuration.byTemplate', { who: change.who, time, template: change.template.name })}
      </p>
    </>
  );
}
