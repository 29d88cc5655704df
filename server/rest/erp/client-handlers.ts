import type { ClientInList, Client as ClientView } from '#api/clients.ts';
import { type ApiClient, secretsValidAt } from '#core/erp/client.ts';
import { reaches } from '#core/people/scope.ts';
import { clientId, tenantId } from '#core/shared/ids.ts';
import type { Application } from '../../application.ts';
import { addClient, changeClient, renewSecret, type SecretTold } from '../../erp/change-clients.ts';
import type { Caller } from '../../people/caller.ts';
import { isoTime, isoTimeOrNull } from '../iso-time.ts';
import { ApiProblem, found } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { managedTenant } from './managed-tenant.ts';

type Names =
  | 'listClients'
  | 'getClient'
  | 'addClient'
  | 'changeClient'
  | 'renewClientSecret'
  | 'removeClient'
  | 'restoreClient';

export function clientHandlers(app: Application): SomeHandlers<Names> {
  return {
    async listClients({ caller }) {
      const scope = caller.scope('erp.manage');
      const lastUsed = await app.store.reads.clientsLastUsed();
      const items = [...app.desk.live.erp.clients.values()]
        .filter(({ tenantId, removedAt }) => removedAt === null && reaches(scope, tenantId))
        .map(
          (client): ClientInList => ({
            ...clientView(app, client),
            lastUsedAt: isoTimeOrNull(lastUsed.get(client.id) ?? null),
          }),
        );
      return { items };
    },

    getClient: async ({ params }) => clientView(app, client(params.clientId)),

    async addClient({ body, caller }) {
      const at = managedTenant(app, caller, tenantId(body.tenantId));
      const wish = {
        ...body,
        tenantId: at,
        name: body.name.trim(),
        origins: checkedOrigins(body.origins ?? []),
      };
      mustHold(caller, wish);
      return secretView(app, await addClient(app, { ...wish, by: caller.name }));
    },

    async changeClient({ params, body, caller }) {
      const known = client(params.clientId);
      // Disabling takes rights away; everything else could hand out rights that the caller has not.
      const { disabled, ...others } = body;
      if (disabled !== true || Object.keys(others).length > 0) mustHold(caller, known);
      mustHold(caller, { ...known, permissions: body.permissions ?? [] });
      const { name, origins, ...rest } = body;
      const changed = await changeClient(app, known.id, {
        ...rest,
        ...(name === undefined ? {} : { name: name.trim() }),
        ...(origins === undefined ? {} : { origins: checkedOrigins(origins) }),
        by: caller.name,
      });
      return clientView(app, changed);
    },

    async renewClientSecret({ params, body, caller }) {
      const known = client(params.clientId);
      // Whoever knows the secret may what the client may.
      mustHold(caller, known);
      return secretView(app, await renewSecret(app, known.id, { ...body, by: caller.name }));
    },

    async removeClient({ params, caller }) {
      await changeClient(app, client(params.clientId).id, { removed: true, by: caller.name });
      return { ok: true };
    },

    async restoreClient({ params, caller }) {
      const known = found(
        app.desk.live.erp.clients.get(clientId(params.clientId)),
        `client ${params.clientId}`,
      );
      mustHold(caller, known);
      return clientView(app, await changeClient(app, known.id, { removed: false, by: caller.name }));
    },
  };

  /** A client that has not been removed. */
  function client(id: string): ApiClient {
    const known = app.desk.live.erp.clients.get(clientId(id));
    return found(known?.removedAt === null ? known : null, `client ${id}`);
  }
}

/** Nobody gives a client more than they have themselves at its node. */
function mustHold(caller: Caller, wish: Pick<ApiClient, 'tenantId' | 'permissions'>): void {
  if (!wish.permissions.every((permission) => caller.can(permission, wish.tenantId)))
    throw new ApiProblem('beyond-own-rights');
}

/** Origins as browsers write them: a scheme, a host, and a port unless it is the usual one. */
function checkedOrigins(origins: readonly string[]): readonly string[] {
  const wrong = origins.findIndex((text) => !isOrigin(text));
  if (wrong < 0) return origins;
  throw new ApiProblem('invalid-request', {
    fields: [
      { path: `body/origins/${wrong}`, message: 'must be an origin such as https://erp.example:8443' },
    ],
  });
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, origin } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && origin === text;
}

function secretView(app: Application, { client, secret }: SecretTold) {
  return { client: clientView(app, client), secret };
}

function clientView(app: Application, client: ApiClient): ClientView {
  return {
    id: client.id,
    tenantId: client.tenantId,
    name: client.name,
    permissions: [...client.permissions],
    origins: [...client.origins],
    createdAt: isoTime(client.createdAt),
    createdBy: client.createdBy,
    disabledAt: isoTimeOrNull(client.disabledAt),
    secrets: secretsValidAt(client, app.clock.now()).map(({ madeAt, validUntil }) => ({
      madeAt: isoTime(madeAt),
      validUntil: isoTimeOrNull(validUntil),
    })),
  };
}
