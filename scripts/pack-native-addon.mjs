// Called by electron-builder before each program it packs (electron-builder.yml).
import { placeAddonFor } from './native-addon.mjs';

/** electron-builder's numbers for processors. */
const ARCHES = ['ia32', 'x64', 'armv7l', 'arm64', 'universal'];

/** @param {{ readonly electronPlatformName: string; readonly arch: number }} context */
export function beforePack({ electronPlatformName, arch }) {
  placeAddonFor({ platform: electronPlatformName, arch: ARCHES[arch] ?? String(arch) });
}
