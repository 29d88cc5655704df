import type { ConnectorKeys } from '#api/meter-keys.ts';
import { useText } from '../../../text/use-text.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { keyGroups, shortKey } from '../../../ui/key-words.ts';
import classes from './eichrecht.module.css';

interface PublicKeyProps {
  readonly of: Pick<NonNullable<ConnectorKeys['shown']>, 'key' | 'curve' | 'fingerprint'>;
  readonly connectorId: number;
}

/** A whole key to be compared with a nameplate, digit by digit, with its curve and its short name here. */
export function PublicKey({ of: { key, curve, fingerprint }, connectorId }: PublicKeyProps) {
  const { t } = useText();
  return (
    <div className={classes.publicKey}>
      <code className={classes.mono}>{keyGroups(key)}</code>
      <p className={classes.text}>
        {curve === null ? t('eichrecht.curveUnknown') : t('eichrecht.curve', { curve })}{' '}
        {t('eichrecht.shortName', { fingerprint: shortKey(fingerprint) })}
      </p>
      <CopyButton text={key} label={t('eichrecht.copy', { id: connectorId })} />
    </div>
  );
}
