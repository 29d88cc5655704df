import type { Session } from 'electron';
import type { RunningServer } from '#server/start.ts';

const RENEWED_AFTER_MS = 12 * 3_600_000;

/** Renews the window's sign-in when it has grown old: the program may run for months. */
export function renewSignIn(parts: {
  readonly server: RunningServer;
  readonly session: Session;
  readonly now: () => number;
}): () => Promise<void> {
  let signedInAt = parts.now();
  return async () => {
    if (parts.now() - signedInAt < RENEWED_AFTER_MS) return;
    await signInWindow(parts.server, parts.session);
    signedInAt = parts.now();
  };
}

/**
 * Signs the window in as the owner: whoever may start the program on this computer may use it. Does nothing
 * before the first-run wizard has made an owner; the wizard then signs in like in any browser.
 */
export async function signInWindow(server: RunningServer, session: Session): Promise<void> {
  const cookie = await server.signInWindow();
  if (cookie === null) return;
  await session.cookies.set({ url: server.uiUrl, ...cookie, httpOnly: true, sameSite: 'strict' });
}
