import type { SiteSettings } from '#core/settings/site.ts';
import type { Application } from '../../application.ts';
import { isLoopback } from '../../network/is-loopback.ts';
import { lanTargetObstacle } from '../../network/lan-target.ts';
import { createDemoSignIn } from '../../people/demo-sign-in.ts';
import { firstOwner } from '../../people/first-owner.ts';
import { foundSite } from '../../site/found-site.ts';
import { isTimeZone } from '../../site/local-day.ts';
import { logLine } from '../../site/log-line.ts';
import { cookieName, giveCookie, personOf, takeCookie } from '../callers.ts';
import { insistOnPassword } from '../insist-on-password.ts';
import { ApiProblem } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { invalidField } from '../stations/invalid-field.ts';
import { tooManyAttempts } from '../too-many-attempts.ts';
import { visitorOf } from '../visitor.ts';
import { networkView } from './network-view.ts';
import { siteView, statusView } from './site-view.ts';

type Names = 'status' | 'setUp' | 'signIn' | 'signOut' | 'getSite' | 'changeSite' | 'getNetwork';

export function siteHandlers(app: Application): SomeHandlers<Names> {
  const cookie = () => cookieName(app.ports.ui);
  const demoSignIn = createDemoSignIn(app.signIns);

  return {
    async status({ caller, request, reply }) {
      const owner = firstOwner(app.desk.live);
      // The demo has nothing to protect: whoever sits at this computer is in.
      if (caller === null && app.demo && owner !== undefined && isLoopback(request.ip)) {
        giveCookie(reply, cookie(), await demoSignIn(owner, visitorOf(request)));
        return statusView(app, owner);
      }
      const client = caller?.who.kind === 'client' ? caller.who.client : null;
      return {
        ...statusView(app, caller?.who.person ?? null),
        client: client === null ? null : { id: client.id, name: client.name },
      };
    },

    async setUp({ body, request, reply }) {
      checkTimeZone(body.timeZone);
      await insistOnPassword(body.password, [body.siteName, body.ownerName]);
      const owner = await foundSite(app, body);
      if (owner === null) throw new ApiProblem('already-set-up');
      giveCookie(reply, cookie(), await app.signIns.admit(owner, visitorOf(request)));
      return statusView(app, owner);
    },

    async signIn({ body, request, reply }) {
      const outcome = await app.signIns.signIn(body, visitorOf(request));
      switch (outcome.kind) {
        case 'signed-in':
          giveCookie(reply, cookie(), outcome.token);
          return statusView(app, outcome.person);
        case 'wrong':
          throw new ApiProblem('wrong-credentials');
        case 'wait':
          throw tooManyAttempts(reply, outcome.wait);
        default:
          throw new ApiProblem(outcome.kind);
      }
    },

    async signOut({ caller, reply }) {
      const { person, token } = personOf(caller);
      await app.signIns.signOut(person, token);
      takeCookie(reply, cookie());
      return { ok: true };
    },

    getSite: async () => siteView(app, app.desk.live.site),

    async changeSite({ body, caller }) {
      if (body.timeZone !== undefined) checkTimeZone(body.timeZone);
      checkLanTargets(body.lanTargets ?? []);
      if (body.lanOpen === true && app.demo) throw new ApiProblem('demo-stays-here');
      const settings = await app.desk.decide((live) => {
        const changed: SiteSettings = { ...live.site, ...body };
        return {
          value: changed,
          changes: [
            { kind: 'save-settings', settings: changed },
            logLine(app.clock.now(), 'settings-changed', {
              actor: caller.name,
              facts: { fields: Object.keys(body).join(', ') },
            }),
          ],
          told: [{ kind: 'site' }, { kind: 'log' }],
        };
      });
      await app.lan.follow(settings.lanOpen);
      return siteView(app, settings);
    },

    getNetwork: async () => networkView(app),
  };
}

function checkTimeZone(timeZone: string): void {
  if (isTimeZone(timeZone)) return;
  throw new ApiProblem('invalid-request', {
    fields: [{ path: 'body/timeZone', message: 'is not a known time zone' }],
  });
}

function checkLanTargets(targets: readonly string[]): void {
  targets.forEach((target, index) => {
    const obstacle = lanTargetObstacle(target);
    if (obstacle !== null) throw invalidField(`lanTargets/${index}`, LAN_TARGET_WORDS[obstacle]);
  });
}

const LAN_TARGET_WORDS = {
  'not-an-address': 'is no address or network such as 192.168.1.20 or 192.168.1.0/24',
  'never-allowed': 'cannot be allowed: only addresses of a local network can',
} as const;
