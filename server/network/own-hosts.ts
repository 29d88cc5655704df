import { hostname } from 'node:os';
import type { Application } from '../application.ts';
import { stationAddresses } from './site-addresses.ts';

/** Names under which the user interface may be asked for. */
export function hostsOf({ ports, lan }: Application): ReadonlySet<string> {
  const open = lan.openAddresses();
  const names = ['127.0.0.1', 'localhost', '[::1]', ...open];
  if (open.length > 0) names.push(hostname().toLowerCase(), `${hostname().toLowerCase()}.local`);
  return new Set(names.map((name) => `${name}:${ports.ui}`));
}

/** Whether a web page, or the issuer of a token, is this program itself. */
export function isOwnOrigin(app: Application, origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, host } = new URL(origin);
  return /^https?:$/.test(protocol) && hostsOf(app).has(host) && origin === `${protocol}//${host}`;
}

/** Addresses under which stations and browsers come, for the certificates to name. */
export function addressesOf({ ocppHost, lan }: Application): readonly string[] {
  const forStations = stationAddresses(ocppHost).map(({ address }) => address);
  return [...new Set([...forStations, ...lan.openAddresses()])];
}
