import type { ApiClient } from '#core/erp/client.ts';
import type { ErpChange, RevokedToken } from '#core/erp/erp-change.ts';
import type { SigningKey } from '#core/erp/signing-key.ts';
import type { TrustedIssuer } from '#core/erp/trusted-issuer.ts';
import type { Webhook } from '#core/erp/webhook.ts';
import type { ClientId } from '#core/shared/ids.ts';
import type { SavedSite } from '#store/load-site.ts';
import { byId } from './by-id.ts';
import type { UndoLog } from './undo-log.ts';
import { WaitingWebhooks } from './waiting-webhooks.ts';

/** What is asked with every request of a program, in memory. */
export class ErpShelf {
  /** The disabled and the removed ones too. */
  readonly clients: Map<ClientId, ApiClient>;
  /** The removed ones too. */
  readonly issuers: Map<number, TrustedIssuer>;
  readonly signingKeys: Map<string, SigningKey>;
  readonly revokedTokens: Map<string, RevokedToken>;
  /** The removed ones too. */
  readonly webhooks: Map<number, Webhook>;
  readonly waitingWebhooks: WaitingWebhooks;

  constructor(saved: SavedSite) {
    this.clients = byId(saved.clients);
    this.issuers = byId(saved.issuers);
    this.signingKeys = new Map(saved.signingKeys.map((key) => [key.kid, key]));
    this.revokedTokens = byId(saved.revokedTokens);
    this.webhooks = byId(saved.webhooks);
    this.waitingWebhooks = new WaitingWebhooks(saved.webhooksAwaited);
  }

  /** The store has this change now. */
  stored(change: ErpChange): void {
    if (change.kind === 'save-delivery') this.waitingWebhooks.note(change.delivery);
  }

  apply(change: ErpChange, undo: UndoLog): void {
    switch (change.kind) {
      case 'save-client':
        undo.set(this.clients, change.client.id, change.client);
        break;
      case 'save-issuer':
        undo.set(this.issuers, change.issuer.id, change.issuer);
        break;
      case 'save-signing-key':
        undo.set(this.signingKeys, change.key.kid, change.key);
        break;
      case 'remove-signing-key':
        undo.delete(this.signingKeys, change.kid);
        break;
      case 'revoke-token':
        undo.set(this.revokedTokens, change.token.id, change.token);
        break;
      case 'forget-revoked-token':
        undo.delete(this.revokedTokens, change.id);
        break;
      case 'save-webhook':
        undo.set(this.webhooks, change.webhook.id, change.webhook);
        break;
      // What lives only in the store.
      case 'add-api-request':
      case 'save-idempotency':
      case 'forget-idempotency':
      case 'save-delivery':
        break;
    }
  }
}
