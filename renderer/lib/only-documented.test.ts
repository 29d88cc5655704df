import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { routes } from '#api/routes.ts';

/** Where requests may leave the pages: one place builds every address from the table of routes. */
const DOORS: ReadonlyMap<string, readonly string[]> = new Map([
  ['lib/call-api.ts', ['fetch(', '/api/']],
  ['lib/live-events.ts', ["EventSource(apiUrl('liveEvents'"]],
  ['features/commissioning/trace-feed.ts', ["EventSource(apiUrl('followTrace'"]],
  // Links to the documentation itself.
  ['features/settings/about-section.tsx', ['/api/']],
  ['features/erp/docs-tab.tsx', ['/api/']],
]);
const WAYS_OUT = /\bfetch\(|\bnew (?:EventSource|WebSocket|XMLHttpRequest)\b|sendBeacon|['"`]\/?api\//g;
const root = join(import.meta.dirname, '..');

test('the pages reach the program by documented routes and by nothing else', () => {
  const outside = sources()
    .filter((file) => !DOORS.has(file))
    .filter((file) => (readFileSync(join(root, file), 'utf8').match(WAYS_OUT) ?? []).length > 0);
  expect(outside).toEqual([]);
});

test('each door is where it is thought to be', () => {
  for (const [file, ways] of DOORS) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const way of ways) expect(text, file).toContain(way);
  }
});

test('every route of the table has a name, a summary and a place in the document', () => {
  for (const [name, { path, summary }] of Object.entries(routes)) {
    expect(path, name).toMatch(/^\/[a-z0-9{}/-]+$/i);
    expect(summary.length, name).toBeGreaterThan(3);
  }
});

function sources(): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}
