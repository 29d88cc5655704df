import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { startSite, type TestSite } from '../testing/start-site.ts';
import { connectStation } from '../testing/test-station.ts';
import { openTlsSite } from '../testing/tls-site.ts';

const PASSWORD = 'the-right-password';
let site: TestSite;

afterEach(() => site.stop());

test('when the file that opens the keys is lost, everything else works; it can be put back, or a new authority made', async () => {
  site = await startSite();
  let tls = await openTlsSite(site);
  await site.adopt('A', { password: PASSWORD });
  await tls.require('A', 2);
  const come = () => connectStation(tls.url, 'A', { password: PASSWORD, tls: { ca: tls.root } });
  await (await come()).hangUp();
  expect((await site.api.post('/authority')).json.code).toBe('authority-works');

  const file = join(site.folder, 'data', 'keys', 'vault.key');
  const saved = await readFile(file);
  await writeFile(file, randomBytes(32));
  await site.restart();
  tls = await openTlsSite(site);
  await (await site.station('B')).ok('Heartbeat', {});
  await expect(come()).rejects.toThrow();
  expect((await site.api.get('/authority')).json).toMatchObject({ readable: false });
  expect((await site.api.post('/authority/server-certificates')).json.code).toBe('keys-not-readable');

  await writeFile(file, saved);
  await site.restart();
  tls = await openTlsSite(site);
  await (await come()).hangUp();

  await writeFile(file, randomBytes(32));
  await site.restart();
  const { json } = await site.api.post('/authority');
  expect(json).toMatchObject({ readable: true, organisation: 'Werk Süd' });
  const old = tls;
  tls = { ...(await openTlsSite(site)), root: (await site.api.get('/authority/root')).text };
  expect(tls.root).not.toBe(old.root);
  await (await come()).hangUp();
});
