import { Radio } from '@mantine/core';
import type { Site } from '#api/site.ts';
import { useText } from '../text/use-text.ts';
import classes from './access-choice.module.css';

interface AccessChoiceProps {
  readonly value: Site['access'];
  readonly onChange: (access: Site['access']) => void;
}

/** Who may charge, each choice with what it means. */
export function AccessChoice({ value, onChange }: AccessChoiceProps) {
  const { t } = useText();
  return (
    <Radio.Group
      value={value}
      aria-label={t('settings.access')}
      onChange={(next) => onChange(next === 'everybody' ? 'everybody' : 'known-cards')}
    >
      <div className={classes.choices}>
        <Radio.Card
          className={classes.choice ?? ''}
          value="known-cards"
          data-checked={value === 'known-cards'}
        >
          <Radio.Indicator />
          <span>
            <span className={classes.name}>{t('settings.knownCards')}</span>
            <span className={classes.text}>{t('settings.knownCardsText')}</span>
          </span>
        </Radio.Card>
        <Radio.Card className={classes.choice ?? ''} value="everybody" data-checked={value === 'everybody'}>
          <Radio.Indicator />
          <span>
            <span className={classes.name}>{t('settings.everybody')}</span>
            <span className={classes.text}>{t('settings.everybodyText')}</span>
          </span>
        </Radio.Card>
      </div>
    </Radio.Group>
  );
}
