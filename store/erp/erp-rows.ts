import type { ErpChange } from '#core/erp/erp-change.ts';
import { assertNever } from '#core/shared/assert-never.ts';
import type { TravelingRow } from '../sqlite/table-write.ts';
import { apiRequestWrite } from './api-requests.ts';
import { clientWrite } from './clients.ts';
import { deliveryWrite } from './deliveries.ts';
import { idempotencyRemoval, idempotencyWrite } from './idempotency.ts';
import { issuerWrite } from './issuers.ts';
import {
  revokedTokenRemoval,
  revokedTokenWrite,
  signingKeyRemoval,
  signingKeyWrite,
} from './signing-keys.ts';
import { webhookWrite } from './webhooks.ts';

/** What programs need to use the API, as a batch holds it. */
export const ERP_WRITES = {
  clients: clientWrite,
  issuers: issuerWrite,
  signing_keys: signingKeyWrite,
  removed_signing_keys: signingKeyRemoval,
  revoked_tokens: revokedTokenWrite,
  ended_tokens: revokedTokenRemoval,
  api_requests: apiRequestWrite,
  idempotency: idempotencyWrite,
  removed_idempotency: idempotencyRemoval,
  webhooks: webhookWrite,
  deliveries: deliveryWrite,
} as const;

/** In which table such a change is written, and as which rows. */
export function erpRowsFor(change: ErpChange): readonly [keyof typeof ERP_WRITES, readonly TravelingRow[]] {
  switch (change.kind) {
    case 'save-client':
      return ['clients', [clientWrite.row(change.client)]];
    case 'save-issuer':
      return ['issuers', [issuerWrite.row(change.issuer)]];
    case 'save-signing-key':
      return ['signing_keys', [signingKeyWrite.row(change.key)]];
    case 'remove-signing-key':
      return ['removed_signing_keys', [signingKeyRemoval.row(change.kid)]];
    case 'revoke-token':
      return ['revoked_tokens', [revokedTokenWrite.row(change.token)]];
    case 'forget-revoked-token':
      return ['ended_tokens', [revokedTokenRemoval.row(change.id)]];
    case 'add-api-request':
      return ['api_requests', [apiRequestWrite.row(change.request)]];
    case 'save-idempotency':
      return ['idempotency', [idempotencyWrite.row(change.record)]];
    case 'forget-idempotency':
      return ['removed_idempotency', [idempotencyRemoval.row(change.keyHash)]];
    case 'save-webhook':
      return ['webhooks', [webhookWrite.row(change.webhook)]];
    case 'save-delivery':
      return ['deliveries', [deliveryWrite.row(change.delivery)]];
    default:
      return assertNever(change);
  }
}
