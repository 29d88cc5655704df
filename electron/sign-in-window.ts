import type { Session } from 'electron';
import type { RunningServer } from '#server/start.ts';

/**
 * Signs the window in as the owner: whoever may start the program on this computer may use it. Does nothing
 * before the first-run wizard has made an owner; the wizard then signs in like in any browser.
 */
export async function signInWindow(server: RunningServer, session: Session): Promise<void> {
  const cookie = await server.signInWindow();
  if (cookie === null) return;
  await session.cookies.set({ url: server.uiUrl, ...cookie, httpOnly: true, sameSite: 'strict' });
}
