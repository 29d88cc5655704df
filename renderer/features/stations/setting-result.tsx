import { Button } from '@mantine/core';
import type { ConfigurationChange } from '#api/configuration.ts';
import type { Station } from '#api/stations.ts';
import { useOrder } from '../../lib/use-order.ts';
import { useText } from '../../text/use-text.ts';
import { answerWords } from './configuration-words.ts';
import classes from './setting-form.module.css';

interface SettingResultProps {
  readonly station: Station;
  readonly change: ConfigurationChange;
  readonly onClose: () => void;
}

/** What the station said, and what it was read back as. */
export function SettingResult({ station, change, onClose }: SettingResultProps) {
  const { t } = useText();
  const order = useOrder();
  const isYes = change.answer === 'accepted' || change.answer === 'reboot-required';
  const restart = () => {
    onClose();
    order({ station, order: { kind: 'reset', type: 'Soft' } });
  };
  return (
    <div className={classes.form} role="status">
      <p className={isYes ? classes.answer : classes.problem}>{answerWords(change, t)}</p>
      <p className={differs(change) ? classes.warn : classes.note}>{readBackWords()}</p>
      <div className={classes.buttons}>
        {change.answer === 'reboot-required' ? (
          <Button variant="default" onClick={restart}>
            {t('configuration.restart')}
          </Button>
        ) : null}
        <Button data-autofocus onClick={onClose}>
          {t('words.close')}
        </Button>
      </div>
    </div>
  );

  function readBackWords(): string {
    if (change.after === null) return t('configuration.notReadBack');
    const key = differs(change) ? 'configuration.differs' : 'configuration.readBack';
    return t(key, { value: change.after });
  }
}

/** It promised, but has something else. */
function differs({ answer, after, wanted }: ConfigurationChange): boolean {
  return answer === 'accepted' && after !== null && plain(after) !== plain(wanted ?? '');
}

function plain(value: string): string {
  return value
    .replaceAll(/\s*,\s*/g, ',')
    .trim()
    .toLowerCase();
}
