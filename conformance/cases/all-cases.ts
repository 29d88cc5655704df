import type { Case } from '../harness/case.ts';
import { coreCases } from './core/core-cases.ts';
import { securityCases } from './security/security-cases.ts';
import { serviceCases } from './services/service-cases.ts';

/** The cases of the compliance tool's test document that are for a central system (`TC_…_CSMS`). */
export const cases: readonly Case[] = [...coreCases, ...serviceCases, ...securityCases];
