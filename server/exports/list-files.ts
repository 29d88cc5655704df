import type { Cell } from 'write-excel-file/node';
import type { ImportFieldKey } from '#api/import-fields.ts';
import type { ImportField } from '#core/imports/import-kind.ts';
import type { FileLocale } from '../csv/file-locale.ts';
import { type CsvCell, csvWriter, keptAsPairs, keptAsText } from '../csv/write-csv.ts';
import { FIELD_TITLES } from './field-titles.ts';
import type { ListRows } from './list-rows.ts';

/** For a spreadsheet in the site's region, opened by a double click; see `excelCsv` of the sessions. */
export function listCsv({ fields, rows }: ListRows, { region, language }: FileLocale): string {
  const decimalComma = (1.5).toLocaleString(region).includes(',');
  const write = csvWriter(decimalComma ? ';' : ',');
  const head = write([fields.map(({ key }) => titleOf(key, language))]);
  const lines = rows.map((row) =>
    fields.map((field): CsvCell => {
      const text = row[field.key] ?? '';
      if (field.type.as === 'number') return decimalComma ? text.replace('.', ',') : text;
      if (field.type.as === 'uid') return keptAsPairs(text);
      const word = wordOf(text, field, language);
      return field.type.as === 'day' || word !== text ? word : keptAsText(text);
    }),
  );
  return `\uFEFF${head}${lines.length === 0 ? '' : write(lines)}`;
}

/** A workbook whose numbers that are none stay texts, also when somebody edits them. */
export async function listXlsx({ fields, rows }: ListRows, { language }: FileLocale): Promise<Buffer> {
  const head = fields.map(
    ({ key }): Cell => ({ value: titleOf(key, language), type: String, fontWeight: 'bold' }),
  );
  const lines = rows.map((row) => fields.map((field) => cellOf(row[field.key] ?? '', field, language)));
  // Few ever ask for one: the start of the program need not wait for it.
  const { default: writeWorkbook } = await import('write-excel-file/node');
  return await writeWorkbook([head, ...lines], {
    sheet: 'Ladehaus',
    stickyRowsCount: 1,
    columns: fields.map(({ key }) => ({ width: Math.max(14, titleOf(key, language).length + 2) })),
  }).toBuffer();
}

function cellOf(text: string, field: ImportField, language: FileLocale['language']): Cell {
  if (text === '') return null;
  if (field.type.as === 'number') return { value: Number(text), type: Number };
  if (field.type.as === 'day')
    return { value: new Date(`${text}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  return { value: withoutForbidden(wordOf(text, field, language)), type: String, format: '@' };
}

/** What XML cannot hold (XML 1.0 §2.2) would spoil the whole workbook. */
function withoutForbidden(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

function wordOf(text: string, { type }: ImportField, language: FileLocale['language']): string {
  if (type.as === 'truth') return language === 'de' ? (text === 'yes' ? 'Ja' : 'Nein') : text;
  if (type.as === 'count' && text === 'any') return language === 'de' ? 'beliebig' : text;
  return text;
}

function titleOf(key: string, language: FileLocale['language']): string {
  return FIELD_TITLES[key as ImportFieldKey][language];
}
