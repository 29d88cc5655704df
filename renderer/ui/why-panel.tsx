import { IconChevronRight, IconMessage2, IconStethoscope } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Station } from '#api/stations.ts';
import type { Why } from '#api/why.ts';
import { apiQuery } from '../lib/api-query.ts';
import { useFormat } from '../lib/use-format.ts';
import { useNow } from '../lib/use-now.ts';
import { useText } from '../text/use-text.ts';
import { ProblemNote } from './problem-note.tsx';
import { WhyActionButton } from './why-action-button.tsx';
import classes from './why-panel.module.css';
import {
  causeSentence,
  clearSentence,
  driverSentence,
  evidenceSentence,
  type WhyContext,
} from './why-words.ts';

interface WhyPanelProps {
  readonly station: Station;
  /** Null asks about the station as a whole: the connector whose trouble comes first. */
  readonly connectorId: number | null;
}

/** One cause with what speaks for it, one thing to do, one sentence for the telephone. */
export function WhyPanel({ station, connectorId }: WhyPanelProps) {
  const { t } = useText();
  const context = useWhyContext();
  const why = useQuery(
    apiQuery('explainStation', {
      params: { stationId: station.id },
      ...(connectorId === null ? {} : { query: { connector: connectorId } }),
    }),
  );
  if (why.error && why.data === undefined)
    return <ProblemNote error={why.error} onRetry={() => void why.refetch()} />;
  const { data } = why;
  if (data === undefined) return <div className={classes.panel} aria-busy="true" />;
  return (
    <section className={classes.panel} aria-label={t('why.title')} data-cause={data.cause}>
      <div className={classes.head}>
        <IconStethoscope size={20} stroke={1.75} aria-hidden />
        <div>
          <p className={classes.cause}>
            {data.connectorId !== null &&
            connectorId === null &&
            station.connectors.length > 1 &&
            !OF_THE_STATION.has(data.check)
              ? `${t('words.connectorNumber', { number: data.connectorId })}: `
              : ''}
            {causeSentence(data, context)}
          </p>
          <p className={classes.evidence}>{evidenceSentence(data, context)}</p>
        </div>
      </div>
      <div className={classes.actions}>
        <WhyActionButton station={station} why={data} />
        <Link to="/commissioning" search={{ tab: 'messages', station: station.id }}>
          {t('why.messages')}
        </Link>
      </div>
      <p className={classes.driver}>
        <IconMessage2 size={16} stroke={1.75} aria-hidden />
        <span>
          <strong>{t('why.driver')}:</strong> {driverSentence(data, context)}
        </span>
      </p>
      {data.cause === 'nothing-found' ? <Questions /> : null}
      <Cleared why={data} context={context} />
    </section>
  );
}

/** Found at whichever connector was looked at first. */
const OF_THE_STATION: ReadonlySet<Why['check']> = new Set([
  'connection',
  'update',
  'card-spelling',
  'card',
  'clock',
]);

function Questions() {
  const { t } = useText();
  return (
    <div className={classes.questions}>
      <p>{t('why.questions')}:</p>
      <ol>
        <li>{t('why.question.light')}</li>
        <li>{t('why.question.socket')}</li>
        <li>{t('why.question.card')}</li>
      </ol>
    </div>
  );
}

/** What was looked at before the cause was found, for whoever doubts it. */
function Cleared({ why, context }: { readonly why: Why; readonly context: WhyContext }) {
  const { t } = context;
  if (why.cleared.length === 0) return null;
  return (
    <details className={classes.cleared}>
      <summary>
        <IconChevronRight size={14} stroke={2} aria-hidden />
        {t('why.checked', { count: why.cleared.length })}
      </summary>
      <dl>
        {why.cleared.map((one) => (
          <div key={one.check}>
            <dt>{t(`why.check.${one.check}`)}</dt>
            <dd>{clearSentence(one, context)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function useWhyContext(): WhyContext {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const stations = useQuery(apiQuery('listStations', {})).data?.items ?? [];
  return { t, format, now, nameOf: (id) => stations.find((one) => one.id === id)?.name ?? id };
}
