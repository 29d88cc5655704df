import { Button, Input, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useText } from '../../text/use-text.ts';
import classes from './erp-page.module.css';
import type { IssuerKeys } from './issuer-keys.ts';

interface KeysFieldsProps {
  /** Null while the known ones stay as they are. */
  readonly value: IssuerKeys | null;
  readonly problem: string | null;
  readonly onChange: (keys: IssuerKeys) => void;
}

/** Where the keys of an issuer come from: fetched from an address, or pasted for a site without the Internet. */
export function KeysFields({ value, problem, onChange }: KeysFieldsProps) {
  const { t } = useText();
  if (value === null)
    return (
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => onChange({ by: 'url', text: '' })}>
          {t('issuers.changeKeys')}
        </Button>
      </div>
    );
  const field = {
    required: true,
    withAsterisk: false,
    value: value.text,
    error: problem,
  };
  return (
    <Input.Wrapper label={t('issuers.keys')} labelElement="div">
      <div className={classes.form}>
        <SegmentedControl
          aria-label={t('issuers.keys')}
          data={(['url', 'stored'] as const).map((by) => ({ value: by, label: t(`issuers.keysBy.${by}`) }))}
          value={value.by}
          onChange={(by) => onChange({ by: by === 'stored' ? 'stored' : 'url', text: '' })}
        />
        {value.by === 'url' ? (
          <TextInput
            {...field}
            label={t('issuers.keysUrl')}
            description={t('issuers.keysUrlHint')}
            placeholder="https://login.example/jwks"
            inputMode="url"
            maxLength={2_000}
            onChange={(event) => onChange({ by: 'url', text: event.currentTarget.value })}
          />
        ) : (
          <Textarea
            {...field}
            classNames={{ input: classes.mono ?? '' }}
            label={t('issuers.keysText')}
            description={t('issuers.keysTextHint')}
            autosize
            minRows={4}
            maxRows={12}
            spellCheck={false}
            onChange={(event) => onChange({ by: 'stored', text: event.currentTarget.value })}
          />
        )}
      </div>
    </Input.Wrapper>
  );
}
