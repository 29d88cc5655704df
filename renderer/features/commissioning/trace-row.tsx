import { IconArrowNarrowLeft, IconArrowNarrowRight } from '@tabler/icons-react';
import { memo } from 'react';
import type { TraceLine } from '#api/trace.ts';
import { isProblem } from './trace-filter.ts';
import classes from './trace-list.module.css';
import { type SummaryContext, traceSummary } from './trace-summary.ts';

interface TraceRowProps {
  readonly line: TraceLine;
  readonly narrow: boolean;
  readonly withStation: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (line: TraceLine) => void;
  /** Handed down: whoever scrolls fast has a hundred rows drawn a second. */
  readonly context: SummaryContext;
}

/** A message and its answer on one line. */
export const TraceRow = memo(function TraceRow({
  line,
  narrow,
  withStation,
  isOpen,
  onOpen,
  context,
}: TraceRowProps) {
  const { t, format } = context;
  const Arrow = line.direction === 'in' ? IconArrowNarrowRight : IconArrowNarrowLeft;
  return (
    <button
      type="button"
      className={classes.row}
      data-narrow={narrow}
      data-problem={isProblem(line)}
      data-direction={line.direction}
      aria-pressed={isOpen}
      onClick={() => onOpen(line)}
    >
      <time className={classes.time} dateTime={line.at} title={format.dateTime(line.at)}>
        {format.timeSeconds(line.at)}
        <span className={classes.fraction}>.{line.at.slice(20, 23)}</span>
      </time>
      {withStation ? <span className={classes.station}>{line.stationId}</span> : null}
      <span className={classes.action}>
        <Arrow size={16} stroke={1.75} aria-hidden />
        <span className="visually-hidden">
          {t(line.direction === 'in' ? 'trace.inShort' : 'trace.outShort')}
        </span>
        {line.action ?? t('words.none')}
      </span>
      <span className={classes.summary}>{traceSummary(line, context)}</span>
      <span className={classes.latency}>
        {line.latencyMs === null ? '' : t('trace.latency', { ms: format.number(line.latencyMs) })}
      </span>
    </button>
  );
});
