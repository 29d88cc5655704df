import type { Case } from '../harness/case.ts';
export const rules: readonly Case[] = [];
