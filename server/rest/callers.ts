import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RouteAccess } from '#api/route.ts';
import type { SignInDesk } from '../people/sign-in-desk.ts';
import type { LiveSite } from '../site/live-site.ts';
import { ApiProblem } from './problem.ts';
import type { SignedInCaller } from './route-handlers.ts';

/** Cookies do not know ports: two programs on one computer would overwrite each other's without it. */
export function cookieName(uiPort: number): string {
  return `ladehaus-${uiPort}`;
}

/** Who asks, and whether they may. */
export async function callerOf(
  request: FastifyRequest,
  access: RouteAccess,
  {
    live,
    signIns,
    cookie,
  }: { readonly live: LiveSite; readonly signIns: SignInDesk; readonly cookie: string },
): Promise<SignedInCaller | null> {
  if (access === 'before-setup' && live.settings !== null) throw new ApiProblem('already-set-up');
  const token = request.cookies[cookie];
  const person = token === undefined ? null : await signIns.whoIs(token);
  if (person !== null && token !== undefined) return { person, token };
  if (access !== 'owner') return null;
  throw new ApiProblem(live.settings === null ? 'not-set-up' : 'sign-in-required');
}

export function giveCookie(reply: FastifyReply, name: string, token: string): void {
  reply.setCookie(name, token, { path: '/', httpOnly: true, sameSite: 'strict', maxAge: 30 * 86_400 });
}

export function takeCookie(reply: FastifyReply, name: string): void {
  reply.clearCookie(name, { path: '/', httpOnly: true, sameSite: 'strict' });
}
