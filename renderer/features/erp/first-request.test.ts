import { expect, test } from 'vitest';
import { firstRequest } from './first-request.ts';

test('on this computer a program needs its ID and secret, and nothing else', () => {
  expect(firstRequest('http://127.0.0.1:8181', 'ab12')).toEqual({
    token: [
      'CLIENT=ab12',
      'SECRET=…',
      'TOKEN=$(curl -s -u "$CLIENT:$SECRET" -d grant_type=client_credentials \\',
      '  http://127.0.0.1:8181/api/v1/oauth/token | sed \'s/.*"access_token":"\\([^"]*\\)".*/\\1/\')',
    ].join('\n'),
    ask: 'curl -H "Authorization: Bearer $TOKEN" \\\n  \'http://127.0.0.1:8181/api/v1/sessions?limit=10\'',
  });
});

test('on the network it checks the certificate with the root of the site', () => {
  const { token, ask } = firstRequest('https://192.168.1.10:8181', undefined);
  expect(token).toContain('curl -s --cacert ladehaus-ca.pem -u');
  expect(ask).toContain('curl --cacert ladehaus-ca.pem -H');
});
