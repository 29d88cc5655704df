/** What the logbook says of programs, webhooks and issuers. */
export const erpLogLines = {
  'client-added': 'Client {{client}} added.',
  'client-changed': 'Client {{client}} changed.',
  'client-secret': 'New secret for the client {{client}}.',
  'client-disabled': 'Client {{client}} disabled.',
  'client-enabled': 'Client {{client}} enabled again.',
  'client-removed': 'Client {{client}} removed.',
  'client-refused': 'A program at {{address}} named itself {{client}} and showed a wrong secret.',
  'webhook-added': 'Webhook {{webhook}} added.',
  'webhook-changed': 'Webhook {{webhook}} changed.',
  'webhook-secret': 'New secret for the webhook {{webhook}}.',
  'webhook-disabled': 'Webhook {{webhook}} disabled.',
  'webhook-enabled': 'Webhook {{webhook}} enabled again.',
  'webhook-removed': 'Webhook {{webhook}} removed.',
  'webhook-tested': 'Test sent to the webhook {{webhook}}.',
  'webhook-replayed': 'Webhook {{webhook}}: {{count}} events sent again.',
  'webhook-given-up':
    'Webhook {{webhook}}: the receiver could not be reached for three days. What is that old is not sent any more.',
  'issuer-saved': 'Trusted issuer {{issuer}} saved.',
  'issuer-removed': 'Trusted issuer {{issuer}} removed.',
};
