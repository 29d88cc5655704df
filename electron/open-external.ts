import { shell } from 'electron';

/** The pages the program itself refers to. A station's or a card's text can never open anything else. */
const ALLOWED_HOSTS: readonly string[] = ['openchargealliance.org'];

/** Shows a web page in the person's own browser; anything not on the list is silently left alone. */
export async function openExternal(address: string): Promise<void> {
  if (mayOpen(address)) await shell.openExternal(address);
}

/** True for https addresses of the listed hosts, without user names and on the usual port. */
export function mayOpen(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return (
    url.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    url.password === '' &&
    ALLOWED_HOSTS.includes(url.hostname)
  );
}
