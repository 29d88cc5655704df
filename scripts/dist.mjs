// npm run dist -- --mac: installers into release/; without arguments those for this platform.
import { buildAll } from './build.mjs';
import { ensureNativeAddon } from './native-addon.mjs';
import { runNode } from './run-node.mjs';

ensureNativeAddon();
await buildAll();
process.exitCode = await runNode('node_modules/electron-builder/cli.js', [
  '--publish',
  'never',
  ...process.argv.slice(2),
]);
