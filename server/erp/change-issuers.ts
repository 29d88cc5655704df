import type { ActsFor, IssuerKeys, TrustedIssuer } from '#core/erp/trusted-issuer.ts';
import type { TenantId } from '#core/shared/ids.ts';
import type { Application } from '../application.ts';
import { logLine } from '../site/log-line.ts';
import type { Decided } from '../site/site-desk.ts';

/** What a person wants of an issuer; what is left out stays. */
export interface IssuerWish {
  readonly name?: string;
  readonly issuer?: string;
  readonly audience?: string;
  readonly keys?: IssuerKeys;
  readonly actsFor?: ActsFor;
  readonly disabled?: boolean;
  readonly removed?: boolean;
  readonly by: string;
}

export interface NewIssuer {
  readonly tenantId: TenantId;
  readonly name: string;
  readonly issuer: string;
  readonly audience: string;
  readonly keys: IssuerKeys;
  readonly actsFor: ActsFor;
}

export function addIssuer(app: Application, wish: NewIssuer, by: string): Promise<TrustedIssuer> {
  return app.desk.decide((live) => {
    const now = app.clock.now();
    const id = live.nextId('issuer');
    return kept(app, { ...wish, id, createdAt: now, disabledAt: null, removedAt: null }, by);
  });
}

export function changeIssuer(app: Application, id: number, wish: IssuerWish): Promise<TrustedIssuer> {
  return app.desk.decide((live) => {
    const known = live.erp.issuers.get(id);
    if (known === undefined) throw new Error(`There is no issuer ${id}`);
    const now = app.clock.now();
    const issuer: TrustedIssuer = {
      ...known,
      name: wish.name ?? known.name,
      issuer: wish.issuer ?? known.issuer,
      audience: wish.audience ?? known.audience,
      keys: wish.keys ?? known.keys,
      actsFor: wish.actsFor ?? known.actsFor,
      disabledAt: wish.disabled === undefined ? known.disabledAt : wish.disabled ? now : null,
      removedAt: wish.removed === undefined ? known.removedAt : wish.removed ? now : null,
    };
    return kept(app, issuer, wish.by);
  });
}

function kept(app: Application, issuer: TrustedIssuer, by: string): Decided<TrustedIssuer> {
  const kind = issuer.removedAt === null ? 'issuer-saved' : 'issuer-removed';
  return {
    value: issuer,
    changes: [
      { kind: 'save-issuer', issuer },
      logLine(app.clock.now(), kind, {
        actor: by,
        tenantId: issuer.tenantId,
        facts: { issuer: issuer.name },
      }),
    ],
    told: [{ kind: 'client' }, { kind: 'log' }],
  };
}
