// npm run dist -- --mac: installers into release/; without arguments those for this platform.
import { buildAll } from './build.mjs';
import { ensureNativeAddon } from './native-addon.mjs';
import { runNode } from './run-node.mjs';

await buildAll();
process.exitCode = await runNode('node_modules/electron-builder/cli.js', [
  '--publish',
  'never',
  ...process.argv.slice(2),
]);
// Packing for another kind of computer leaves its add-on behind.
ensureNativeAddon();
