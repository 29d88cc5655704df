/**
 * A small source file in one of the rooms. The walls are right when every forbidden one is refused by the
 * compiler or by Biome, and every allowed one by neither.
 * @typedef {{ readonly file: string; readonly source: string }} Probe
 */

/** Files that the probes import, so that nothing is refused merely for not existing. @type {readonly Probe[]} */
export const targets = [
  { file: 'api/sessions.ts', source: 'export type Session = { readonly id: string };' },
  { file: 'core/sessions/session.ts', source: 'export type Session = { readonly id: string };' },
  { file: 'ocpp/frame.ts', source: 'export type Frame = { readonly id: string };' },
  { file: 'store/sessions/table.ts', source: 'export type Table = { readonly id: string };' },
  { file: 'server/start.ts', source: 'export type Server = { readonly id: string };' },
  { file: 'server/config.ts', source: 'export type Config = { readonly id: string };' },
  { file: 'server/rest/sessions.ts', source: 'export type Route = { readonly id: string };' },
  { file: 'electron/menu.ts', source: 'export type Menu = { readonly id: string };' },
  { file: 'renderer/lib/format.ts', source: 'export type Format = { readonly id: string };' },
];

/** @type {readonly Probe[]} */
export const allowed = [
  ...imports('api/areas', ['../sessions.ts', 'typebox']),
  ...imports('core/areas', ['../sessions/session.ts']),
  ...imports('ocpp/areas', ['../frame.ts', 'node:fs', 'node:fs/promises', 'ws', 'ajv', 'typebox']),
  ...imports('store/areas', ['#core/sessions/session.ts', 'node:fs', 'kysely', '../sessions/table.ts']),
  { file: 'store/sqlite/driver.ts', source: "import 'sqlite3';" },
  ...imports('server/areas', [
    '#api/sessions.ts',
    '#core/sessions/session.ts',
    '#ocpp/frame.ts',
    '#store/sessions/table.ts',
    'node:http',
    'fastify',
  ]),
  ...imports('electron/areas', [
    '#server/start.ts',
    '#server/config.ts',
    '#api/sessions.ts',
    'electron',
    'node:path',
  ]),
  ...imports('renderer/areas', ['#api/sessions.ts', '../lib/format.ts', 'react', '@mantine/core']),
];

/** @type {readonly Probe[]} */
export const forbiddenImports = [
  {
    file: 'electron/late-import.ts',
    source: "export const late = () => import('#core/sessions/session.ts');",
  },
  { file: 'core/type-leak.ts', source: "export type Leak = import('#store/sessions/table.ts').Table;" },
  {
    file: 'electron/type-leak.ts',
    source: "export type Leak = import('#core/sessions/session.ts').Session;",
  },
  ...imports('api/areas', [
    '#core/sessions/session.ts',
    '#server/start.ts',
    '../../core/sessions/session.ts',
    'node:fs',
    'fastify',
  ]),
  ...imports('core/areas', [
    '#api/sessions.ts',
    '#ocpp/frame.ts',
    '#store/sessions/table.ts',
    '#server/start.ts',
    '../../store/sessions/table.ts',
    'node:fs',
    'node:fs/promises',
    'typebox',
    'temporal-polyfill',
  ]),
  ...imports('ocpp/areas', [
    '#api/sessions.ts',
    '#core/sessions/session.ts',
    '#store/sessions/table.ts',
    '#server/start.ts',
    '../../core/sessions/session.ts',
    'sqlite3',
    'fastify',
  ]),
  ...imports('store/areas', [
    '#api/sessions.ts',
    '#ocpp/frame.ts',
    '#server/rest/sessions.ts',
    '../../ocpp/frame.ts',
    'sqlite3',
    'fastify',
    'ws',
  ]),
  ...imports('server/areas', [
    '../../electron/menu.ts',
    '../../renderer/lib/format.ts',
    'electron',
    'electron/main',
    'react',
    'react-dom/client',
    '@mantine/core',
    'sqlite3',
    'kysely',
  ]),
  ...imports('electron/areas', [
    '#server/rest/sessions.ts',
    '#core/sessions/session.ts',
    '#store/sessions/table.ts',
    '#ocpp/frame.ts',
    '../../server/start.ts',
    '../../core/sessions/session.ts',
    '../../renderer/lib/format.ts',
    'fastify',
    'sqlite3',
    'react',
  ]),
  ...imports('renderer/areas', [
    '#core/sessions/session.ts',
    '#ocpp/frame.ts',
    '#store/sessions/table.ts',
    '#server/start.ts',
    '../../server/start.ts',
    '../../electron/menu.ts',
    'electron',
    'node:fs',
    'fastify',
    'ws',
  ]),
];

/**
 * House rules beside the walls, each with the shortest source that breaks it.
 * @type {readonly (Probe & { readonly rule: string })[]}
 */
export const forbiddenHabits = [
  habit('core', 'noRestrictedGlobals', 'export const now = Date.now();'),
  habit('core', 'noJsRestrictedProperties', 'export const chance = Math.random();'),
  habit('core', 'noRestrictedGlobals', 'export const wait = setTimeout;'),
  habit('core', 'noRestrictedGlobals', 'export const page = globalThis;'),
  habit('server', 'noFloatingPromises', 'async function go() {}\nexport function start() {\n  go();\n}'),
  habit(
    'server',
    'noMisusedPromises',
    'async function go() {}\nexport const no = () => [1].forEach(async () => go());',
  ),
  habit(
    'server',
    'useExhaustiveSwitchCases',
    "export function f(kind: 'a' | 'b') {\n  switch (kind) {\n    case 'a':\n      return;\n  }\n}",
  ),
  habit('server', 'noDefaultExport', 'export default function start() {}'),
  habit('server', 'noReExportAll', "export * from './start.ts';"),
  habit('server', 'noExplicitAny', 'export const value: any = 1;'),
  habit('server', 'noNonNullAssertion', 'export const first = (list: string[]) => list[0]!.length;'),
  habit('server', 'noEnum', 'export enum State {\n  Free,\n}'),
  habit('server', 'noParameterProperties', 'export class Clock {\n  constructor(readonly now: number) {}\n}'),
  habit('server', 'useMaxParams', 'export function f(a: 1, b: 1, c: 1, d: 1) {\n  return a + b + c + d;\n}'),
  habit('server', 'noExcessiveLinesPerFile', `export const list = [\n${'  1,\n'.repeat(300)}];`),
  { file: 'server/notKebab.ts', source: 'export const name = 1;', rule: 'useFilenamingConvention' },
  {
    file: 'server/circle.ts',
    source: "import { square } from './square.ts';\nexport const circle: unknown = square;",
    rule: 'noImportCycles',
  },
  {
    file: 'server/square.ts',
    source: "import { circle } from './circle.ts';\nexport const square: unknown = circle;",
    rule: 'noImportCycles',
  },
  {
    file: 'renderer/page.tsx',
    source: "export const page = <p dangerouslySetInnerHTML={{ __html: '' }} />;",
    rule: 'noDangerouslySetInnerHtml',
  },
];

/**
 * @param {string} folder
 * @param {readonly string[]} specifiers
 * @returns {Probe[]}
 */
function imports(folder, specifiers) {
  return specifiers.map((specifier) => ({
    file: `${folder}/import-${fileSafe(specifier)}.ts`,
    source: `import '${specifier}';`,
  }));
}

/**
 * @param {string} room
 * @param {string} rule
 * @param {string} source
 */
function habit(room, rule, source) {
  return { file: `${room}/habit-${fileSafe(source).slice(0, 60)}.ts`, source, rule };
}

/** @param {string} text */
function fileSafe(text) {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
