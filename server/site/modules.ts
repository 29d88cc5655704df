import type { Module } from '#core/settings/site.ts';
import type { LiveSite } from './live-site.ts';

/** Whether a part of the program is switched on. Jobs of one that is off rest; what it keeps waits for its return. */
export function isModuleOn(live: LiveSite, module: Module): boolean {
  return live.settings?.modulesOff.includes(module) !== true;
}
