import { IconCoinEuro, IconFileImport, IconMoon, IconUsers } from '@tabler/icons-react';
import { useText } from '../../../text/use-text.ts';
import classes from './start-choices.module.css';
import { STARTING_POINTS, type StartingPoint } from './starting-points.ts';

const ICONS = { cost: IconCoinEuro, 'day-night': IconMoon, visitors: IconUsers } as const;

interface StartChoicesProps {
  readonly disabled: boolean;
  readonly onChoose: (point: StartingPoint) => void;
  /** Brings a tariff along from another program. */
  readonly onFile: () => void;
}

/** Tariffs to begin with, each one click away from being edited, and the way in for those of another program. */
export function StartChoices({ disabled, onChoose, onFile }: StartChoicesProps) {
  const { t } = useText();
  return (
    <ul className={classes.choices}>
      {STARTING_POINTS.map((point) => {
        const Icon = ICONS[point];
        return (
          <li key={point}>
            <button
              type="button"
              className={classes.choice}
              disabled={disabled}
              onClick={() => onChoose(point)}
            >
              <Icon size={22} stroke={1.5} aria-hidden />
              <strong>{t(`tariffs.start.${point}`)}</strong>
              <span>{t(`tariffs.startText.${point}`)}</span>
            </button>
          </li>
        );
      })}
      <li>
        <button type="button" className={classes.choice} disabled={disabled} onClick={onFile}>
          <IconFileImport size={22} stroke={1.5} aria-hidden />
          <strong>{t('ocpi.start')}</strong>
          <span>{t('ocpi.startText')}</span>
        </button>
      </li>
    </ul>
  );
}
