import { TARGET_OBSTACLES } from '#api/webhooks.ts';
import { ApiError } from '../../lib/api-error.ts';

export type Obstacle = (typeof TARGET_OBSTACLES)[number];

/** Why the server sends nothing to an address; undefined when that is not what went wrong. */
export function obstacleIn(error: Error | null): Obstacle | undefined {
  if (!(error instanceof ApiError) || error.code !== 'target-refused') return undefined;
  return TARGET_OBSTACLES.find((one) => one === error.problem.detail);
}

/** The IP address that an address names; undefined when it names a computer by name. */
export function ipAddressIn(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const host = new URL(url).hostname;
  if (/^\d+(\.\d+){3}$/.test(host)) return host;
  return host.startsWith('[') ? host.slice(1, -1) : undefined;
}
