import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useText } from '../../../text/use-text.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import type { WrongField } from '../../../ui/wrong-fields.ts';
import type { Work } from '../editor/work.ts';
import { columnsOf, type Paint } from '../week/paint.ts';
import classes from './fault-list.module.css';
import { faultGroups } from './fault-words.ts';
import type { TariffCheck } from './use-tariff-check.ts';

interface FaultListProps {
  readonly check: TariffCheck;
  readonly work: Pick<Work, 'tariff' | 'drawing'>;
  readonly wrong: readonly WrongField[];
  /** Goes to what has this id on the page. */
  readonly onGoTo: (id: string) => void;
}

/** What stands in the way of publishing, and what may not be meant. */
export function FaultList({ check, work, wrong, onGoTo }: FaultListProps) {
  const { t } = useText();
  const groups = faultGroups(check.faults, work, t);
  const { stationsWithoutTime } = check;
  if (check.error !== null && !check.isKnown) return <ProblemNote error={check.error} />;
  return (
    <ul className={classes.list} aria-live="polite">
      {wrong.map(({ id, label, focus }) => (
        <li key={id} className={classes.fault} data-severity="forbids">
          <IconCircleX size={18} stroke={1.75} aria-label={t('tariffs.forbids')} />
          <button type="button" className={classes.lead} onClick={focus}>
            {t('tariffs.wrongField', { field: label })}
          </button>
        </li>
      ))}
      {groups.map(({ words, severity, at, places, more }) => (
        <li key={words} className={classes.fault} data-severity={severity}>
          {severity === 'forbids' ? (
            <IconCircleX size={18} stroke={1.75} aria-label={t('tariffs.forbids')} />
          ) : (
            <IconAlertTriangle size={18} stroke={1.75} aria-label={t('tariffs.warns')} />
          )}
          <span>
            {words}
            {at.map(({ id, label }) => (
              <Fragment key={id}>
                {' '}
                <button type="button" className={classes.lead} onClick={() => onGoTo(id)}>
                  {label}
                </button>
              </Fragment>
            ))}
            {places.length === 0 ? null : (
              <span className={classes.places}>
                {places.join(', ')}
                {more === 0 ? '' : ` ${t('tariffs.morePlaces', { count: more })}`}
              </span>
            )}
          </span>
        </li>
      ))}
      {stationsWithoutTime.length === 0 ? null : (
        <li className={classes.fault} data-severity="forbids">
          <IconCircleX size={18} stroke={1.75} aria-label={t('tariffs.forbids')} />
          <span>
            {t('tariffs.withoutTime')}
            <span className={classes.places}>{stationsWithoutTime.join(', ')}</span>
          </span>
        </li>
      )}
      {wrong.length === 0 && groups.length === 0 && stationsWithoutTime.length === 0 && check.isKnown ? (
        <li className={classes.fault} data-severity="none">
          <IconCircleCheck size={18} stroke={1.75} aria-hidden />
          <span>{t(`tariffs.noFault.${paintedHow(work.drawing.paint)}`)}</span>
        </li>
      ) : null}
    </ul>
  );
}

/** Whether each hour has a price, or some have special prices at most, or nothing is painted. */
function paintedHow(paint: Paint): 'whole' | 'partly' | 'nothing' {
  if (paint.bands.length === 0) return 'nothing';
  const isWhole = columnsOf(paint).every((column) => paint.days[column]?.every((band) => band !== null));
  return isWhole ? 'whole' : 'partly';
}
