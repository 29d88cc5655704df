import { coversPerson } from '#core/people/cover-grants.ts';
import type { Person } from '#core/people/person.ts';
import { personId } from '#core/shared/ids.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { peopleFacts } from '../../people/people-facts.ts';
import { signInsEnded } from '../../people/sign-ins-ended.ts';
import { doneOrProblem } from '../account/account-problems.ts';
import { signInView } from '../account/account-view.ts';
import { ApiProblem, found } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';

type Names = 'listPersonSignIns' | 'endPersonSignIns' | 'resetSecondFactor';

/** What is done to the sign-ins of somebody else. */
export function personSignInHandlers(app: Application): SomeHandlers<Names> {
  return {
    async listPersonSignIns({ params, caller }) {
      const { id } = covered(params.personId, caller);
      const token = caller.who.kind === 'person' ? caller.who.token : null;
      return { items: (await app.signIns.listOf(id)).map((signIn) => signInView(signIn, token)) };
    },

    async endPersonSignIns({ params, caller }) {
      const person = covered(params.personId, caller);
      await app.signIns.endAllOf(person.id, null, () => [
        signInsEnded(person, { by: caller.name, now: app.clock.now() }),
      ]);
      return { ok: true };
    },

    async resetSecondFactor({ params, caller, reply }) {
      const person = covered(params.personId, caller);
      // One's own is turned off with the password: a window left open is no way to weaken the account.
      if (caller.who.kind === 'person' && caller.who.person.id === person.id)
        throw new ApiProblem('forbidden');
      doneOrProblem(reply, await app.secondFactors.reset(person.id, caller.name));
      return { ok: true };
    },
  };

  /** A person that the caller may act for: one who may do no more than the caller. */
  function covered(id: number, caller: Caller): Person {
    const person = found(app.desk.live.people.get(personId(id)), `person ${id}`);
    if (!coversPerson(peopleFacts(app.desk.live, caller), person)) throw new ApiProblem('beyond-own-rights');
    return person;
  }
}
