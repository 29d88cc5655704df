import { memo } from 'react';
import { useText } from '../../../text/use-text.ts';
import { columnName, quarterClock } from './stretch-words.ts';
import classes from './week-grid.module.css';

interface WeekRowProps {
  readonly quarter: number;
  /** One entry for each column, joined: a row whose texts are the same is not drawn again. */
  readonly bands: string;
  readonly above: string;
  readonly selected: string;
  readonly overlaps: string;
  /** The column that the tab key reaches; −1 for none. */
  readonly tabbable: number;
  /** Where the first of two clicks was made. */
  readonly first: number;
  readonly bandNames: string;
  readonly shorts: string;
}

/** A quarter of an hour on all days. */
export const WeekRow = memo(function WeekRow(props: WeekRowProps) {
  const { quarter, tabbable, first } = props;
  const { t } = useText();
  const clock = quarterClock(quarter);
  const names = props.bandNames.split('\n');
  const shorts = props.shorts.split('\n');
  const selected = props.selected.split(',');
  const overlaps = props.overlaps.split(',');
  const above = props.above.split(',');
  return (
    <tr className={classes.row} data-hour={quarter % 4 === 0}>
      <th className={classes.clock} scope="row">
        {quarter % 8 === 0 ? <span>{clock}</span> : <span className="visually-hidden">{clock}</span>}
      </th>
      {props.bands.split(',').map((band, column) => {
        const name = band === '' ? t('tariffs.noPrice') : (names[Number(band)] ?? '');
        const isOverlap = overlaps[column] === 'true';
        const begins = band !== '' && (quarter === 0 || above[column] !== band);
        return (
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: within a grid it is a gridcell
          <td
            // Columns have no name but their place.
            // biome-ignore lint/suspicious/noArrayIndexKey: position is identity here
            key={column}
            className={classes.cell}
            tabIndex={column === tabbable ? 0 : -1}
            aria-selected={selected[column] === 'true'}
            aria-label={[`${columnName(column, t)} ${clock}`, name, isOverlap ? t('tariffs.twoPrices') : '']
              .filter(Boolean)
              .join(', ')}
            data-quarter={quarter}
            data-column={column}
            data-band={band === '' ? 'none' : (Number(band) % 6) + 1}
            data-overlap={isOverlap}
            data-first={column === first}
            data-short={begins ? shorts[Number(band)] : undefined}
          />
        );
      })}
    </tr>
  );
});
