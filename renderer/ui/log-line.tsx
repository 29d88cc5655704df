import { IconAlertTriangle, IconInfoCircle, IconNote } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { LogEntry } from '#api/logbook.ts';
import { useFormat } from '../lib/use-format.ts';
import { useText } from '../text/use-text.ts';
import { LogDetails } from './log-details.tsx';
import classes from './log-line.module.css';
import { logSentence } from './log-sentence.ts';

interface LogLineProps {
  readonly entry: LogEntry;
  /** Leave the station out where the page is about it. */
  readonly withStation?: boolean;
  /** With the day where lines of several days stand together. */
  readonly withDay?: boolean;
  /** With what was changed, and a place to add to it. */
  readonly withDetails?: boolean;
}

/** One entry of the logbook: when, where, what, by whom. Drawn once, however often the list around it is. */
export const LogLine = memo(function LogLine({
  entry,
  withStation = true,
  withDay = false,
  withDetails = false,
}: LogLineProps) {
  const { t } = useText();
  const format = useFormat();
  const connector = entry.connectorId ? ` · ${entry.connectorId}` : '';
  return (
    <li className={classes.line} data-level={entry.level} data-kind={entry.kind}>
      <time className={classes.time} dateTime={entry.at} title={format.dateTime(entry.at)}>
        {withDay ? `${format.day(entry.at)}, ${format.time(entry.at)}` : format.timeSeconds(entry.at)}
      </time>
      <LevelIcon entry={entry} />
      <p className={classes.text}>
        {withStation && entry.stationId !== null ? (
          <Link
            className={classes.station}
            to="/stations/{-$stationId}"
            params={{ stationId: entry.stationId }}
            search={{}}
          >
            {entry.stationName ?? entry.stationId}
            {connector}
          </Link>
        ) : null}
        {entry.sessionId === null ? (
          <span>{logSentence(entry, { t, format })}</span>
        ) : (
          <Link
            className={classes.session}
            to="/sessions/{-$sessionId}"
            params={{ sessionId: String(entry.sessionId) }}
            search={{}}
          >
            {logSentence(entry, { t, format })}
          </Link>
        )}
        {entry.actor === null ? null : <span className={classes.actor}>{entry.actor}</span>}
      </p>
      {withDetails ? <LogDetails entry={entry} /> : null}
    </li>
  );
});

function LevelIcon({ entry }: { readonly entry: LogEntry }) {
  if (entry.kind === 'note') return <IconNote className={classes.icon} size={16} stroke={1.75} aria-hidden />;
  if (entry.level === 'info') return <span className={classes.dot} aria-hidden />;
  const Icon = entry.level === 'fault' ? IconAlertTriangle : IconInfoCircle;
  return <Icon className={classes.icon} size={16} stroke={1.75} aria-hidden />;
}
