import { OWNER, type TestSite } from './start-site.ts';

/** Has the owner signed in elsewhere, too; and where each route of the own account is asked. */
export async function furnishAccount(site: TestSite) {
  await site.stranger().post('/sign-in', OWNER);
  const { items } = (await site.api.get('/account/sign-ins')).json;
  const elsewhere = items.find(({ isThis }: { isThis: boolean }) => !isThis);
  const proof = { password: OWNER.password };
  return {
    getAccount: ['/account'],
    listOwnSignIns: ['/account/sign-ins'],
    endOwnSignIn: [`/account/sign-ins/${elsewhere.id}`],
    endOtherSignIns: ['/account/sign-ins/end-others'],
    seeFailedSignIns: ['/account/failed-sign-ins/seen'],
    beginSecondFactor: ['/account/second-factor', proof],
    confirmSecondFactor: ['/account/second-factor/confirm', { code: '000 000' }],
    renewRecoveryCodes: ['/account/second-factor/recovery-codes', proof],
    turnOffSecondFactor: ['/account/second-factor/off', proof],
  } as const;
}
