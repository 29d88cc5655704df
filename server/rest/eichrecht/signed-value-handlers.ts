import { Readable } from 'node:stream';
import { sessionId } from '#core/shared/ids.ts';
import type { Application } from '../../application.ts';
import { moneyEnergyFrom } from '../../eichrecht/money-energy.ts';
import { spellKey } from '../../eichrecht/read-public-key.ts';
import { sessionFile } from '../../eichrecht/session-file.ts';
import { signedSession } from '../../eichrecht/signed-session.ts';
import { frozenTerms } from '../../tariffs/session-terms-of.ts';
import { ApiProblem, found } from '../problem.ts';
import { ANSWERED, type SomeHandlers } from '../route-handlers.ts';
import { sendFile } from '../send-file.ts';
import { signedValuesView } from './signed-value-view.ts';

export function signedValueHandlers(
  app: Application,
): SomeHandlers<'getSignedValues' | 'getTransparencyFile'> {
  return {
    async getSignedValues({ params }) {
      const session = await sessionOf(params.sessionId);
      const signed = await signedSession(app, session);
      // As its price is: by what counted for its station when it began.
      const flags = (await frozenTerms(app, session))?.metering;
      return signedValuesView(signed, await moneyEnergyFrom(app, session, { signed, flags }));
    },

    async getTransparencyFile({ params, reply }) {
      const session = await sessionOf(params.sessionId);
      const { records, verdict, pinned } = await signedSession(app, session);
      const file = sessionFile({
        records,
        verdict,
        trustedKey: pinned === null ? null : spellKey(pinned.key),
        transactionId: session.transactionId,
      });
      if (file === null) throw new ApiProblem('nothing-signed');
      await sendFile(app, reply, {
        name: `ladehaus-session-${session.id}-signed.xml`,
        type: 'application/xml; charset=utf-8',
        body: Readable.from([file]),
        bytes: Buffer.byteLength(file),
      });
      return ANSWERED;
    },
  };

  async function sessionOf(id: number) {
    const at = sessionId(id);
    const known = app.desk.live.sessions.byId(at) ?? (await app.store.reads.session(at));
    return found(known, `session ${id}`);
  }
}
