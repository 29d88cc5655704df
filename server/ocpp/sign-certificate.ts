import type { Handler } from './handler.ts';

/** Security paper A02, A03.FR.12: whoever cannot sign says so. */
export const signCertificate: Handler<'SignCertificate'> = {
  decide: () => ({ response: { status: 'Rejected' }, changes: [], told: [] }),
};
