import type { Application } from '../../application.ts';
import { rootFile } from '../../security/serve-root.ts';
import { ApiProblem } from '../problem.ts';
import { ANSWERED, type SomeHandlers } from '../route-handlers.ts';
import { authorityView } from './security-view.ts';

type Names = 'replaceAuthority' | 'getAuthority' | 'downloadRoot' | 'renewServerCertificates';

export function authorityHandlers(app: Application): SomeHandlers<Names> {
  return {
    getAuthority: () => authorityView(app),

    async replaceAuthority({ caller }) {
      if (app.authority.isReadable()) throw new ApiProblem('authority-works');
      await app.authority.replace(caller.name);
      return authorityView(app);
    },

    async downloadRoot({ query, reply }) {
      if (app.desk.live.settings === null) throw new ApiProblem('not-set-up');
      const { certificate } = await app.authority.authority();
      const format = query.format ?? 'pem';
      const { mediaType, content } = rootFile(certificate, format);
      reply
        .header('content-disposition', `attachment; filename="ladehaus-ca.${format}"`)
        .type(mediaType)
        .send(content);
      return ANSWERED;
    },

    async renewServerCertificates({ body, caller }) {
      if (!app.authority.isReadable()) throw new ApiProblem('keys-not-readable');
      await app.authority.renew({
        by: caller.name,
        ...(body.names === undefined ? {} : { addedNames: body.names.map((name) => name.toLowerCase()) }),
      });
      return authorityView(app);
    },
  };
}
