import { foundSite } from './0001-found-site.ts';
import { keepConfiguration } from './0003-keep-configuration.ts';
import type { Migration } from './migration.ts';

/** Every migration in order; the last one's number is the version this program knows. */
export const MIGRATIONS: readonly Migration[] = [foundSite, keepConfiguration];
