/** With which a program begins, as commands for a POSIX shell: one gets a token (RFC 6749 §4.4), one asks with it. */
export function firstRequest(origin: string, clientId: string | undefined) {
  const check = origin.startsWith('https:') ? '--cacert ladehaus-ca.pem ' : '';
  return {
    token: [
      `CLIENT=${clientId ?? '…'}`,
      'SECRET=…',
      `TOKEN=$(curl -s ${check}-u "$CLIENT:$SECRET" -d grant_type=client_credentials \\`,
      `  ${origin}/api/v1/oauth/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
    ].join('\n'),
    ask: `curl ${check}-H "Authorization: Bearer $TOKEN" \\\n  '${origin}/api/v1/sessions?limit=10'`,
  };
}
