import { Collapse, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { apiQuery } from '../lib/api-query.ts';
import { useText } from '../text/use-text.ts';
import classes from './address-card.module.css';
import { CopyField } from './copy-field.tsx';

interface AddressCardProps {
  /** Leave out where the page around it has said it already. */
  readonly withText?: boolean;
}

/** The one right address to enter in a station, and the others for those who know better. */
export function AddressCard({ withText = true }: AddressCardProps) {
  const { t } = useText();
  const network = useQuery(apiQuery('getNetwork', {}));
  const [open, setOpen] = useState(false);
  if (network.data === undefined) return null;
  const { interfaces } = network.data;
  const best = interfaces.find((one) => one.recommended) ?? interfaces[0];
  const others = interfaces.filter((one) => one !== best);
  if (best === undefined) return <p className={classes.text}>{t('stations.address.none')}</p>;
  return (
    <div className={classes.card}>
      {withText ? <p className={classes.text}>{t('stations.address.text')}</p> : null}
      <CopyField text={best.ocppUrl} label={t('stations.address.title')} />
      <p className={classes.under}>
        {best.name} · {t('stations.address.recommended')}
      </p>
      {others.length === 0 ? null : (
        <>
          <UnstyledButton className={classes.more} aria-expanded={open} onClick={() => setOpen(!open)}>
            <IconChevronDown size={14} data-open={open} aria-hidden />
            {t('stations.address.other', { count: others.length })}
          </UnstyledButton>
          <Collapse expanded={open}>
            <ul className={classes.others}>
              {others.map((one) => (
                <li key={one.ocppUrl}>
                  <CopyField text={one.ocppUrl} label={one.name} />
                  <p className={classes.under}>{one.name}</p>
                </li>
              ))}
            </ul>
          </Collapse>
        </>
      )}
    </div>
  );
}
