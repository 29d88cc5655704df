import { createHmac, randomBytes } from 'node:crypto';
import { type Instant, SECOND } from '#core/shared/units.ts';

/** How the text of a secret begins (Standard Webhooks, "Signature scheme"). */
const SECRET_PREFIX = 'whsec_';
const SECRET_BYTES = 32;

/** A new secret, as it is given to the receiver. */
export function newWebhookSecret(): string {
  return SECRET_PREFIX + randomBytes(SECRET_BYTES).toString('base64');
}

/** The headers by which a receiver knows that a text is from us, and from now (Standard Webhooks 1.0). */
export function signedHeaders(
  message: { readonly id: string; readonly text: string; readonly sentAt: Instant },
  secret: string,
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(message.sentAt / SECOND));
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64');
  const signature = createHmac('sha256', key)
    .update(`${message.id}.${timestamp}.${message.text}`)
    .digest('base64');
  return {
    'webhook-id': message.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}
