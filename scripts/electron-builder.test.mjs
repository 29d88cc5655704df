import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { inProject, projectFolder } from './project-folder.mjs';

const fromBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder/package.json'));
const { getConfig, validateConfiguration } = fromBuilder('app-builder-lib/out/util/config/config');
const { DebugLogger } = fromBuilder('builder-util');

const config = await getConfig(projectFolder, null, null);

test('electron-builder accepts the configuration', async () => {
  await expect(validate(config)).resolves.toBeUndefined();
});

test.each([
  ['a misspelt option', { npmRebild: false }],
  ['an unknown fuse', { electronFuses: { runAsNodes: false } }],
  ['an option of the wrong type', { asar: 'yes' }],
])('electron-builder refuses %s', async (_what, wrong) => {
  await expect(validate({ ...config, ...wrong })).rejects.toThrow('Invalid configuration object');
});

test('every platform gets the installers that were promised', () => {
  expect(targetsOf(config.win)).toEqual(['nsis x64']);
  expect(targetsOf(config.mac)).toEqual(['dmg arm64', 'dmg x64']);
  expect(targetsOf(config.linux)).toEqual(['AppImage x64', 'deb x64']);
});

test('nothing but our packed program can be run with the program file', () => {
  expect(config.electronFuses).toEqual({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableCookieEncryption: true,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  });
});

test('the add-on is not compiled again for Electron, and lies outside of the archive', () => {
  expect(config.npmRebuild).toBe(false);
  expect(config.asarUnpack).toContain('**/node_modules/sqlite3/build/Release/*.node');
});

test('macOS can ask for the local network, which stations come from', () => {
  expect(config.mac.extendInfo.NSLocalNetworkUsageDescription).toMatch(/\w/);
});

test('removing the program keeps the sessions', () => {
  expect(config.nsis.deleteAppDataOnUninstall).toBe(false);
});

test('every file that is named exists', () => {
  const named = [
    config.win.icon,
    config.mac.icon,
    config.linux.icon,
    config.mac.entitlements,
    config.beforePack,
  ];

  expect(named.filter((file) => !existsSync(inProject(file)))).toEqual([]);
});

/** @param {unknown} configuration */
function validate(configuration) {
  return validateConfiguration(configuration, new DebugLogger(false));
}

/** @param {{ target: readonly { target: string; arch: readonly string[] }[] }} platform */
function targetsOf(platform) {
  return platform.target.flatMap(({ target, arch }) => arch.map((name) => `${target} ${name}`));
}
