import { Type } from 'typebox';
import { ImportKind } from './import-fields.ts';
import { CSV_TYPE, LIST_FORMATS, XLSX_TYPE } from './imports.ts';
import { needs, route } from './route.ts';
import { words } from './schema.ts';

export const exportList = route({
  method: 'GET',
  path: '/exports/{kind}',
  area: 'imports',
  access: 'signed-in',
  summary: 'All drivers, cards, vehicles or stations as a file that can be edited and imported again',
  params: Type.Object({ kind: ImportKind }),
  query: Type.Object({
    format: Type.Optional(words(LIST_FORMATS)),
    /** Of the titles; the site's own where it is left out. */
    language: Type.Optional(words(['de', 'en'] as const)),
  }),
  response: Type.Null(),
  alsoProduces: [XLSX_TYPE, CSV_TYPE],
});

export const exportSite = route({
  method: 'GET',
  path: '/site/export',
  area: 'site',
  access: needs('settings.write', 'root'),
  summary:
    'Everything that the site keeps, as one ZIP with CSV and JSON lines in it, without secrets; for whoever may read ' +
    'all of it',
  response: Type.Null(),
  alsoProduces: ['application/zip'],
});
