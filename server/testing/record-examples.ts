import { writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { EXAMPLES_FILE } from '../rest/api-examples.ts';
import { furnish } from './every-route.ts';
import { askExample, recordedExample } from './record-example.ts';
import { type SiteWish, startSite, type TestSite } from './start-site.ts';

/** Writes the examples of the API's documentation anew: what each route was asked and what it answered. */
const wish: SiteWish = { addresses: () => ['192.168.10.20'] };
const site = await startSite(wish);
const empty = await startSite({ ...wish, setUp: false });
try {
  const recorded: Record<string, unknown> = {};
  for (const example of await furnish(site)) {
    const { api } = example.name === 'setUp' ? empty : site;
    recorded[example.name] = recordedExample(example, await askExample(api, example));
  }
  const text = `${JSON.stringify(recorded, null, 2)}\n`;
  await writeFile(join('resources', EXAMPLES_FILE), anonymous(text, site));
} finally {
  await site.stop();
  await empty.stop();
}

/** Without what tells the computer that it was recorded on. */
function anonymous(text: string, { server }: TestSite): string {
  return text
    .replaceAll(`:${new URL(server.uiUrl).port}/`, ':8181/')
    .replaceAll(`:${new URL(server.ocppUrl).port}/`, ':8180/')
    .replaceAll(`"${hostname()}"`, '"ladehaus"');
}
