import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requestAsCurl } from './request-as-curl.ts';

const ORIGIN = 'http://127.0.0.1:8181';

test('what was done is copied as a command with path and body', () => {
  const request = { method: 'PATCH', url: '/api/v1/cards/3', body: { blocked: true } };
  expect(requestAsCurl(request, ORIGIN)).toBe(
    [
      `curl -X PATCH 'http://127.0.0.1:8181/api/v1/cards/3' \\`,
      `  -H "Authorization: Bearer $TOKEN" \\`,
      `  -H 'Content-Type: application/json' \\`,
      `  -d '{`,
      `  "blocked": true`,
      `}'`,
    ].join('\n'),
  );
  expect(requestAsCurl({ method: 'DELETE', url: '/api/v1/cards/3', body: undefined }, ORIGIN)).not.toContain(
    '-d',
  );
});

test('passwords and other secrets are not copied, wherever they stand', () => {
  const body = {
    current: 'old one 1234',
    next: 'new one 1234',
    inner: [{ password: 'p', secretKey: 'k' }],
    name: 'A',
  };
  const text = requestAsCurl({ method: 'POST', url: '/api/v1/password', body }, ORIGIN);
  expect(text).not.toMatch(/old one|new one|"p"|"k"/);
  expect(text).toContain('"name": "A"');
});

test.skipIf(process.platform === 'win32')('a shell reads back whatever stood in the body', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      // A command line cannot hold a NUL, and JSON writes none.
      const text = requestAsCurl({ method: 'POST', url: '/x', body: { name } }, ORIGIN);
      const said = execFileSync('sh', ['-c', text.replace(/^curl/, 'show() { printf %s "$9"; }; show')], {
        encoding: 'utf8',
      });
      expect(JSON.parse(said)).toEqual(JSON.parse(JSON.stringify({ name })));
    }),
    { numRuns: 40 },
  );
});
