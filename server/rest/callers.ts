import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Needs, type RouteAccess, THINGS } from '#api/route.ts';
import { isEmpty } from '#core/people/scope.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import type { Application } from '../application.ts';
import { type Caller, personCaller, type Who } from '../people/caller.ts';
import { bearerIn, callerWithToken } from './bearer.ts';
import { ApiProblem } from './problem.ts';
import { THING_RULES } from './thing-tenant.ts';

/** Cookies do not know ports: two programs on one computer would overwrite each other's without it. */
export function cookieName(uiPort: number): string {
  return `ladehaus-${uiPort}`;
}

/** Who asks, and whether they may. Null where the route is open to everybody and nobody has signed in. */
export async function callerOf(
  app: Application,
  request: FastifyRequest,
  access: RouteAccess,
): Promise<Caller | null> {
  const { live } = app.desk;
  if (access === 'before-setup' && live.settings !== null) throw new ApiProblem('already-set-up');
  const caller = await signedIn(app, request);
  if (access === 'public' || access === 'before-setup') return caller;
  if (caller === null) throw new ApiProblem(live.settings === null ? 'not-set-up' : 'sign-in-required');
  if (access === 'newcomer') return caller;
  if (isNewcomer(caller)) throw new ApiProblem('own-password-needed');
  if (access !== 'signed-in') await mustBePermitted(app, caller, { ...access, params: request.params });
  return caller;
}

/** The person behind a caller, for what only people do. */
export function personOf({ who }: Caller): Extract<Who, { readonly kind: 'person' }> {
  if (who.kind !== 'person') throw new ApiProblem('people-only');
  return who;
}

/** A person whose password somebody else has chosen, and knows. */
function isNewcomer({ who }: Caller): boolean {
  return who.kind === 'person' && who.person.mustChangePassword;
}

async function signedIn(app: Application, request: FastifyRequest): Promise<Caller | null> {
  const bearer = bearerIn(request);
  if (bearer !== null) return callerWithToken(app, request, bearer);
  const token = request.cookies[cookieName(app.ports.ui)];
  const person = token === undefined ? null : await app.signIns.whoIs(token);
  return person === null || token === undefined ? null : personCaller(app.desk.live, person, token);
}

/** A thing that the caller may not even see is not there for the caller. */
async function mustBePermitted(
  app: Application,
  caller: Caller,
  { permission, at, params }: Needs & { readonly params: unknown },
): Promise<void> {
  if (at === 'somewhere') {
    if (isEmpty(caller.scope(permission))) throw new ApiProblem('forbidden');
    return;
  }
  if (at === 'root') {
    if (!caller.can(permission, ROOT_TENANT)) throw new ApiProblem('forbidden');
    return;
  }
  const name = (params as Readonly<Record<string, string>>)[THINGS[at]] ?? '';
  const { seenWith, tenantOf } = THING_RULES[at];
  const tenant = await tenantOf(app, name);
  if (tenant === null || !caller.can(seenWith, tenant))
    throw new ApiProblem('not-found', { detail: `${at} ${name}`.slice(0, 200) });
  if (!caller.can(permission, tenant)) throw new ApiProblem('forbidden');
}

export function giveCookie(reply: FastifyReply, name: string, token: string): void {
  reply.setCookie(name, token, { path: '/', httpOnly: true, sameSite: 'strict', maxAge: 30 * 86_400 });
}

export function takeCookie(reply: FastifyReply, name: string): void {
  reply.clearCookie(name, { path: '/', httpOnly: true, sameSite: 'strict' });
}
