import type { Module } from '#core/settings/site.ts';
import type { Application } from '../application.ts';
import { isModuleOn } from '../site/modules.ts';
import { ApiProblem } from './problem.ts';

/** Refuses what belongs to a part of the program that is switched off. */
export function mustBeOn({ desk }: Application, module: Module): void {
  if (!isModuleOn(desk.live, module)) throw new ApiProblem('module-off', { detail: module });
}
