/** The page for programs: what each tab is, and how a program begins. */
export const erp = {
  title: 'API & ERP',
  tab: {
    clients: 'Clients',
    webhooks: 'Webhooks',
    issuers: 'Issuers',
    requests: 'Request log',
    docs: 'Documentation',
  },
  add: { clients: 'Add a client', webhooks: 'Add a webhook', issuers: 'Trust an issuer' },
  name: 'Name',
  node: 'Tenant',
  nodeHint: 'It reaches this tenant and everything below.',
  state: 'State',
  addedBy: 'Added',
  addedByWhom: '{{at}} by {{name}}',
  active: 'Active',
  disabled: 'Disabled',
  disable: 'Disable',
  enable: 'Enable',
  wasAdded: '{{name}} added',
  wasSaved: '{{name}} saved',
  wasDisabled: '{{name}} disabled',
  wasEnabled: '{{name}} enabled',
  wasRemoved: '{{name}} removed',
  secret: 'Secret',
  secretOnce:
    'The secret is shown only now. Copy it into the settings of the program; nobody can read it here again.',
  secretDone: 'I have kept it',
  newSecret: 'New secret',
  docs: {
    lead: 'Everything the pages can do is in the API. These pages use nothing else.',
    reference: 'Read the documentation',
    referenceText: 'All requests with their fields and errors. On board, works without the Internet.',
    openapi: 'OpenAPI document',
    discovery: 'For OAuth libraries',
    addresses: 'Addresses',
    here: 'On this computer',
    lan: 'On the network',
    lanClosed: 'The program answers on this computer only.',
    openLan: 'Open it to the network',
    lanRoot:
      'On the network it speaks HTTPS with a certificate of the site. Programs check it with the root certificate.',
    root: 'Download root certificate',
    firstTitle: 'A first request',
    firstText:
      'With the ID and the secret of a client, a program gets a token, and shows it with each request. A token is good for ten minutes; then it gets the next one.',
    getToken: 'Get a token',
    ask: 'Ask with it',
    more: 'Worth knowing',
    idempotency:
      'A change sent with an “Idempotency-Key” is made once, however often the request is repeated.',
    etag: 'Answers have an “ETag”. A change with “If-Match” is refused if somebody else was faster.',
    cursor: 'Long lists come in pages: hand “next” back as “cursor” until it is null.',
    problem:
      'What cannot be done is answered with a problem document (RFC 9457). Its “code” never changes its meaning.',
    browser:
      'A web page of another server may ask, too, if a client lists its origin. Its server gets the token for it.',
    signature:
      'Webhooks are signed after Standard Webhooks: HMAC-SHA256 over “webhook-id.webhook-timestamp.body”, with the secret after “whsec_” decoded from Base64.',
  },
};
