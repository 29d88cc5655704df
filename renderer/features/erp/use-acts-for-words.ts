import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Issuer } from '#api/issuers.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useText } from '../../text/use-text.ts';

/** Tells for whom the tokens of an issuer speak. */
export function useActsForWords(): (actsFor: Issuer['actsFor']) => string {
  const { t } = useText();
  const clients = useQuery(apiQuery('listClients', {})).data?.items;
  return useCallback(
    (actsFor) => {
      if (actsFor.kind === 'person')
        return t('issuers.byClaim', { claim: t(`issuers.claimOf.${actsFor.claim}`) });
      const name = clients?.find(({ id }) => id === actsFor.clientId)?.name;
      return name === undefined ? t('issuers.clientGone') : t('issuers.clientName', { name });
    },
    [clients, t],
  );
}
