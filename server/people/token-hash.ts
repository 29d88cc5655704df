import { createHash } from 'node:crypto';

/** What is kept of a sign-in's token. It was made by chance and is long, so a fast hash is enough. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
