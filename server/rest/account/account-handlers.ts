import type { Person } from '#core/people/person.ts';
import type { Application } from '../../application.ts';
import { signInsEnded } from '../../people/sign-ins-ended.ts';
import { personOf } from '../callers.ts';
import { insistOnPassword } from '../insist-on-password.ts';
import { ApiProblem, found } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { drawQrCode } from '../site/draw-qr-code.ts';
import { doneOrProblem, unprovenProblem } from './account-problems.ts';
import { accountView, signInId, signInView } from './account-view.ts';

type Names =
  | 'changePassword'
  | 'getAccount'
  | 'seeFailedSignIns'
  | 'beginSecondFactor'
  | 'confirmSecondFactor'
  | 'turnOffSecondFactor'
  | 'renewRecoveryCodes'
  | 'listOwnSignIns'
  | 'endOwnSignIn'
  | 'endOtherSignIns';

export function accountHandlers(app: Application): SomeHandlers<Names> {
  const { account, clock, secondFactors, signIns } = app;
  const ended = (person: Person) => signInsEnded(person, { by: person.name, now: clock.now() });

  return {
    async changePassword({ body, caller, reply }) {
      const { person, token } = personOf(caller);
      await insistOnPassword(body.next, [app.desk.live.site.name, person.name]);
      const outcome = await account.changePassword(person, body, token);
      if (outcome.kind === 'same')
        throw new ApiProblem('invalid-request', {
          fields: [{ path: 'body/next', message: 'is the password that you have already' }],
        });
      if (outcome.kind !== 'changed') throw unprovenProblem(reply, outcome);
      return { ok: true };
    },

    async getAccount({ caller }) {
      return accountView(app, personOf(caller).person);
    },

    async seeFailedSignIns({ caller }) {
      await account.seeFailures(personOf(caller).person);
      return { ok: true };
    },

    async beginSecondFactor({ body, caller, reply }) {
      const key = doneOrProblem(reply, await secondFactors.begin(personOf(caller).person, body.password));
      return { ...key, qr: drawQrCode(key.uri) };
    },

    async confirmSecondFactor({ body, caller, reply }) {
      const codes = doneOrProblem(reply, await secondFactors.confirm(personOf(caller).person, body.code));
      return { codes: [...codes] };
    },

    async turnOffSecondFactor({ body, caller, reply }) {
      doneOrProblem(reply, await secondFactors.turnOff(personOf(caller).person, body.password));
      return { ok: true };
    },

    async renewRecoveryCodes({ body, caller, reply }) {
      const outcome = await secondFactors.renewRecoveryCodes(personOf(caller).person, body.password);
      return { codes: [...doneOrProblem(reply, outcome)] };
    },

    async listOwnSignIns({ caller }) {
      const { person, token } = personOf(caller);
      return { items: (await signIns.listOf(person.id)).map((signIn) => signInView(signIn, token)) };
    },

    async endOwnSignIn({ params, caller }) {
      const { person } = personOf(caller);
      const all = await signIns.listOf(person.id);
      const meant = all.find((signIn) => signInId(signIn) === params.signInId);
      await signIns.end([found(meant, params.signInId).tokenHash], () => [ended(person)]);
      return { ok: true };
    },

    async endOtherSignIns({ caller }) {
      const { person, token } = personOf(caller);
      await signIns.endAllOf(person.id, token, () => [ended(person)]);
      return { ok: true };
    },
  };
}
