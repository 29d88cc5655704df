import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startSite } from '../testing/start-site.ts';
import { addClient, askOauth, askWith, tokenOf } from '../testing/test-client.ts';

test('no secret and no token lies in the data folder in clear, whatever is done with it', async () => {
  const site = await startSite();
  try {
    const headers = { 'idempotency-key': 'canary' };
    const body = { tenantId: 1, name: 'ERP', permissions: ['stations.read', 'erp.manage'] };
    const added = (await site.api.send('POST', '/api/v1/clients', { body, headers })).json;
    const replayed = (await site.api.send('POST', '/api/v1/clients', { body, headers })).json;
    expect(replayed.secret).toBe(added.secret);
    const renewed = (await site.api.post(`/clients/${added.client.id}/secret`, { oldValidSeconds: 60 })).json;
    const other = await addClient(site, { permissions: ['stations.read'] });
    const token = await tokenOf(site, added);
    await askWith(site, token, { path: `/stations?access_token=${token}` });
    await askOauth(site, 'introspect', { ...added, token });
    await askOauth(site, 'revoke', { ...added, token });
    const signature = token.slice(-40);
    const secrets = [added.secret, renewed.secret, other.secret, token, signature];
    expect(site.errors).toEqual([]);
    const look = async () => {
      const files = await readdir(join(site.folder, 'data'), { recursive: true, withFileTypes: true });
      for (const file of files.filter((one) => one.isFile())) {
        const text = (await readFile(join(file.parentPath, file.name))).toString('latin1');
        for (const secret of secrets) expect(text.includes(secret), file.name).toBe(false);
      }
      return files.map(({ name }) => name);
    };
    // While it runs, with what still lies in the write-ahead log.
    expect(await look()).toContain('ladehaus.db-wal');
    await site.server.stop();
    expect(await look()).toContain('ladehaus.db');
  } finally {
    await site.stop();
  }
});
