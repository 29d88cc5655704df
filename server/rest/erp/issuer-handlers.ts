import type { Issuer as IssuerView } from '#api/issuers.ts';
import type { ActsFor, IssuerKeys, TrustedIssuer } from '#core/erp/trusted-issuer.ts';
import { reaches } from '#core/people/scope.ts';
import { clientId, tenantId } from '#core/shared/ids.ts';
import type { Application } from '../../application.ts';
import { addIssuer, changeIssuer } from '../../erp/change-issuers.ts';
import { keySetOf } from '../../erp/read-key-set.ts';
import type { Caller } from '../../people/caller.ts';
import { isoTime, isoTimeOrNull } from '../iso-time.ts';
import { ApiProblem, found } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { managedTenant } from './managed-tenant.ts';

type Names = 'listIssuers' | 'getIssuer' | 'addIssuer' | 'changeIssuer' | 'removeIssuer' | 'restoreIssuer';

interface KeysInBody {
  readonly keysUrl?: string;
  readonly keys?: unknown;
}

export function issuerHandlers(app: Application): SomeHandlers<Names> {
  return {
    async listIssuers({ caller }) {
      const scope = caller.scope('erp.manage');
      const issuers = [...app.desk.live.erp.issuers.values()].filter(
        (one) => one.removedAt === null && reaches(scope, one.tenantId),
      );
      return { items: issuers.map(issuerView) };
    },

    getIssuer: async ({ params }) => issuerView(issuer(params.issuerId)),

    async addIssuer({ body, caller }) {
      const { tenantId: at, name, issuer: iss, audience, actsFor } = body;
      const keys = keysIn(body);
      if (keys === null) throw wrong('keys', 'either the keys themselves or keysUrl');
      const wish = {
        tenantId: managedTenant(app, caller, tenantId(at)),
        name: name.trim(),
        issuer: iss,
        audience,
        keys,
        actsFor: whoIsActedFor(caller, actsFor),
      };
      return issuerView(await addIssuer(app, wish, caller.name));
    },

    async changeIssuer({ params, body, caller }) {
      const { id } = issuer(params.issuerId);
      const { name, issuer: iss, audience, disabled, actsFor } = body;
      const keys = keysIn(body);
      const changed = await changeIssuer(app, id, {
        ...(name === undefined ? {} : { name: name.trim() }),
        ...(iss === undefined ? {} : { issuer: iss }),
        ...(audience === undefined ? {} : { audience }),
        ...(disabled === undefined ? {} : { disabled }),
        ...(keys === null ? {} : { keys }),
        ...(actsFor === undefined ? {} : { actsFor: whoIsActedFor(caller, actsFor) }),
        by: caller.name,
      });
      return issuerView(changed);
    },

    async removeIssuer({ params, caller }) {
      await changeIssuer(app, issuer(params.issuerId).id, { removed: true, by: caller.name });
      return { ok: true };
    },

    async restoreIssuer({ params, caller }) {
      const known = found(app.desk.live.erp.issuers.get(params.issuerId), `issuer ${params.issuerId}`);
      return issuerView(await changeIssuer(app, known.id, { removed: false, by: caller.name }));
    },
  };

  /** An issuer that has not been removed. */
  function issuer(id: number): TrustedIssuer {
    const known = app.desk.live.erp.issuers.get(id);
    return found(known?.removedAt === null ? known : null, `issuer ${id}`);
  }

  /** A client that the caller does not manage is not there. */
  function whoIsActedFor(caller: Caller, actsFor: IssuerView['actsFor']): ActsFor {
    if (actsFor.kind === 'person') return actsFor;
    const client = app.desk.live.erp.clients.get(clientId(actsFor.clientId));
    if (client?.removedAt !== null || !caller.can('erp.manage', client.tenantId))
      throw new ApiProblem('not-found', { detail: `client ${actsFor.clientId}` });
    return { kind: 'client', clientId: client.id };
  }
}

/** Null when the body says nothing of keys. */
function keysIn({ keysUrl, keys }: KeysInBody): IssuerKeys | null {
  if (keysUrl !== undefined && keys !== undefined)
    throw wrong('keysUrl', 'either the keys themselves or keysUrl');
  if (keysUrl !== undefined) {
    if (!URL.canParse(keysUrl)) throw wrong('keysUrl', 'must be an address');
    return { kind: 'url', url: keysUrl, fetched: null };
  }
  if (keys === undefined) return null;
  const jwks = keySetOf(keys);
  if (jwks === null) throw wrong('keys', 'holds no public key');
  return { kind: 'stored', jwks };
}

function wrong(field: string, message: string): ApiProblem {
  return new ApiProblem('invalid-request', { fields: [{ path: `body/${field}`, message }] });
}

function issuerView(issuer: TrustedIssuer): IssuerView {
  const { keys, actsFor } = issuer;
  const jwks = keys.kind === 'stored' ? keys.jwks : (keys.fetched?.jwks ?? { keys: [] });
  return {
    id: issuer.id,
    tenantId: issuer.tenantId,
    name: issuer.name,
    issuer: issuer.issuer,
    audience: issuer.audience,
    keysUrl: keys.kind === 'url' ? keys.url : null,
    keyIds: jwks.keys.map(({ kid }) => (typeof kid === 'string' ? kid : '')),
    keysFetchedAt: keys.kind === 'url' ? isoTimeOrNull(keys.fetched?.at ?? null) : null,
    actsFor,
    createdAt: isoTime(issuer.createdAt),
    disabledAt: isoTimeOrNull(issuer.disabledAt),
  };
}
