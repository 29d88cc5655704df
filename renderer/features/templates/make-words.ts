import type { Template } from '#api/configuration-templates.ts';
import type { Translate } from '../../text/use-text.ts';

/** Whose stations a template is meant for. */
export function makeWords({ vendor, model }: Pick<Template, 'vendor' | 'model'>, t: Translate): string {
  const make = [vendor, model].filter((part) => part !== null).join(' ');
  return make === '' ? t('templates.anyMake') : make;
}
