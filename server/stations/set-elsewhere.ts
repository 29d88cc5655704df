/**
 * Keys with a way of their own, as a slip would lock the station out: its password and its security profile are
 * changed step by step, and the old ones hold until it has come with the new ones.
 */
export function isSetElsewhere(key: string): boolean {
  const folded = key.toLowerCase();
  return folded === 'authorizationkey' || folded === 'securityprofile';
}
