import { Radio, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Issuer } from '#api/issuers.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useText } from '../../text/use-text.ts';
import classes from './erp-page.module.css';

type ActsFor = Issuer['actsFor'];
const CLAIMS = ['email', 'preferred_username'] as const;

interface ActsForFieldsProps {
  readonly value: ActsFor;
  readonly onChange: (actsFor: ActsFor) => void;
}

/** For whom the tokens of an issuer speak: the person whom they name, or always one client. */
export function ActsForFields({ value, onChange }: ActsForFieldsProps) {
  const { t } = useText();
  const clients = useQuery(apiQuery('listClients', {})).data?.items ?? [];
  return (
    <Radio.Group
      label={t('issuers.actsFor')}
      value={value.kind}
      onChange={(kind) =>
        onChange(
          kind === 'client'
            ? { kind: 'client', clientId: clients[0]?.id ?? '' }
            : { kind: 'person', claim: 'email' },
        )
      }
    >
      <div className={classes.form}>
        <Radio value="person" label={t('issuers.person')} />
        {value.kind === 'person' ? (
          <Select
            label={t('issuers.claim')}
            data={CLAIMS.map((claim) => ({ value: claim, label: t(`issuers.claimOf.${claim}`) }))}
            allowDeselect={false}
            value={value.claim}
            onChange={(claim) =>
              onChange({
                kind: 'person',
                claim: claim === 'preferred_username' ? 'preferred_username' : 'email',
              })
            }
          />
        ) : null}
        <Radio
          value="client"
          label={t('issuers.client')}
          {...(clients.length === 0 && { description: t('issuers.noClients'), disabled: true })}
        />
        {value.kind === 'client' ? (
          <Select
            aria-label={t('issuers.client')}
            data={clients.map(({ id, name }) => ({ value: id, label: name }))}
            searchable
            allowDeselect={false}
            value={value.clientId}
            onChange={(clientId) => clientId !== null && onChange({ kind: 'client', clientId })}
          />
        ) : null}
      </div>
    </Radio.Group>
  );
}
