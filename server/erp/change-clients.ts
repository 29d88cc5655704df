import { randomBytes } from 'node:crypto';
import { type ApiClient, withNewSecret, withoutTokens } from '#core/erp/client.ts';
import type { LogKind } from '#core/logbook/entry.ts';
import type { Permission } from '#core/people/permission.ts';
import { type ClientId, clientId, type TenantId } from '#core/shared/ids.ts';
import { instant, later } from '#core/shared/units.ts';
import type { Application } from '../application.ts';
import { keyRecord } from '../people/password-record.ts';
import { logLine } from '../site/log-line.ts';
import type { Decided } from '../site/site-desk.ts';

export interface NewClient {
  readonly tenantId: TenantId;
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly origins: readonly string[];
  readonly by: string;
}

/** What a person wants of a client; what is left out stays. */
export interface ClientWish {
  readonly name?: string;
  readonly permissions?: readonly Permission[];
  readonly origins?: readonly string[];
  readonly disabled?: boolean;
  readonly removed?: boolean;
  readonly by: string;
}

/** A client with its secret, which is nowhere else. */
export interface SecretTold {
  readonly client: ApiClient;
  readonly secret: string;
}

export async function addClient(app: Application, { by, ...wish }: NewClient): Promise<SecretTold> {
  const { secret, record } = newSecret();
  const now = app.clock.now();
  const client: ApiClient = {
    ...wish,
    id: clientId(randomBytes(8).toString('hex')),
    secrets: [{ record, madeAt: now, validUntil: null }],
    createdAt: now,
    createdBy: by,
    tokensFrom: instant(0),
    disabledAt: null,
    removedAt: null,
  };
  await app.desk.decide(() => kept(app, client, { kind: 'client-added', by }));
  return { client, secret };
}

export function changeClient(app: Application, id: ClientId, wish: ClientWish): Promise<ApiClient> {
  return app.desk.decide(() => {
    const known = clientIn(app, id);
    const now = app.clock.now();
    const changed: ApiClient = {
      ...known,
      name: wish.name ?? known.name,
      permissions: wish.permissions ?? known.permissions,
      origins: wish.origins ?? known.origins,
      disabledAt: wish.disabled === undefined ? known.disabledAt : wish.disabled ? now : null,
      removedAt: wish.removed === undefined ? known.removedAt : wish.removed ? now : null,
    };
    // Enabled or restored, it begins anew: a token that was stolen does not come back to life.
    const client = wish.disabled === true || wish.removed === true ? withoutTokens(changed, now) : changed;
    return kept(app, client, { kind: kindOf(wish), by: wish.by });
  });
}

/** Gives a client a new secret; the old ones count for so many seconds. */
export async function renewSecret(
  app: Application,
  id: ClientId,
  wish: { readonly oldValidSeconds: number; readonly by: string },
): Promise<SecretTold> {
  const { secret, record } = newSecret();
  const client = await app.desk.decide(() => {
    const now = app.clock.now();
    const changed = withNewSecret(clientIn(app, id), record, {
      now,
      oldUntil: later(now, wish.oldValidSeconds * 1_000),
    });
    return kept(app, changed, { kind: 'client-secret', by: wish.by });
  });
  return { client, secret };
}

function clientIn({ desk }: Application, id: ClientId): ApiClient {
  const client = desk.live.erp.clients.get(id);
  if (client === undefined) throw new Error(`There is no client ${id}`);
  return client;
}

/** 256 bits by chance: a fast hash of it is enough. */
function newSecret(): { readonly secret: string; readonly record: string } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, record: keyRecord(Buffer.from(secret)) };
}

function kept(
  app: Application,
  client: ApiClient,
  line: { readonly kind: LogKind; readonly by: string },
): Decided<ApiClient> {
  return {
    value: client,
    changes: [
      { kind: 'save-client', client },
      logLine(app.clock.now(), line.kind, {
        actor: line.by,
        tenantId: client.tenantId,
        facts: { client: client.name },
      }),
    ],
    told: [{ kind: 'client' }, { kind: 'log' }],
  };
}

function kindOf({ disabled, removed }: ClientWish): LogKind {
  if (removed !== undefined) return removed ? 'client-removed' : 'client-added';
  if (disabled === undefined) return 'client-changed';
  return disabled ? 'client-disabled' : 'client-enabled';
}
