import { ipcMain, type WebFrameMain } from 'electron';
import { type Answer, type Argument, accepts, type ChannelName } from './channels.ts';

/**
 * Answers one channel. The only place that listens to pages: every call is checked for where it comes from
 * and for what it carries before our code sees it.
 */
export function handleChannel<Name extends ChannelName>(
  name: Name,
  trustedOrigin: string,
  answer: (argument: Argument<Name>) => Answer<Name> | Promise<Answer<Name>>,
): void {
  const accept: (value: unknown) => value is Argument<Name> = accepts[name];
  ipcMain.handle(name, (event, argument: unknown) => {
    if (!isOurPage(event.senderFrame, trustedOrigin)) throw new Error(`${name} was called by a foreign page`);
    if (!accept(argument)) throw new Error(`${name} was called with a wrong argument`);
    return answer(argument);
  });
}

/** The top frame of our own page. The frame is null when it has navigated away since it called. */
function isOurPage(frame: WebFrameMain | null, trustedOrigin: string): boolean {
  return frame !== null && frame.parent === null && frame.origin === trustedOrigin;
}
