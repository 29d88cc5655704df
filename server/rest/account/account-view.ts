import type { Account, SignIn as SignInView } from '#api/account.ts';
import { deviceOf } from '#core/people/device.ts';
import { asksForCode, type Person, type SignIn, signInEnd } from '#core/people/person.ts';
import type { Application } from '../../application.ts';
import { tokenHash } from '../../people/token-hash.ts';
import { isoTime } from '../iso-time.ts';

export function accountView({ desk }: Application, person: Person): Account {
  const { lastSignedInAt } = desk.live.signInHistoryOf(person.id);
  return {
    name: person.name,
    email: person.email,
    secondFactor: {
      state: person.secondFactor === null ? 'off' : asksForCode(person) ? 'on' : 'begun',
      recoveryCodesLeft: person.secondFactor?.recoveryRecords.length ?? 0,
    },
    lastSignedInAt: lastSignedInAt === null ? null : isoTime(lastSignedInAt),
  };
}

/** A sign-in as it is shown to whoever asks with `token`; null is a program. */
export function signInView(signIn: SignIn, token: string | null): SignInView {
  const { browser, system } = deviceOf(signIn.userAgent);
  return {
    id: signInId(signIn),
    browser,
    system,
    address: signIn.address,
    since: isoTime(signIn.createdAt),
    lastSeenAt: isoTime(signIn.lastSeenAt),
    expiresAt: isoTime(signInEnd(signIn)),
    isThis: token !== null && signIn.tokenHash === tokenHash(token),
  };
}

/** Enough of the hash to tell one sign-in from all others. */
export function signInId(signIn: Pick<SignIn, 'tokenHash'>): string {
  return signIn.tokenHash.slice(0, 16);
}
