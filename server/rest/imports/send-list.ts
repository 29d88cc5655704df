import type { FastifyReply } from 'fastify';
import { CSV_TYPE, XLSX_TYPE } from '#api/imports.ts';
import type { FileLocale } from '../../csv/file-locale.ts';
import { listCsv, listXlsx } from '../../exports/list-files.ts';
import type { ListRows } from '../../exports/list-rows.ts';

export interface ListToSend {
  /** Without its ending. */
  readonly name: string;
  readonly list: ListRows;
  readonly format: 'csv' | 'xlsx';
  readonly locale: FileLocale;
}

/** Sends a list as a file to be saved. */
export async function sendList(
  reply: FastifyReply,
  { name, list, format, locale }: ListToSend,
): Promise<void> {
  const file = format === 'csv' ? listCsv(list, locale) : await listXlsx(list, locale);
  reply
    .header('content-disposition', `attachment; filename="${name}.${format}"`)
    .header('cache-control', 'no-store')
    .type(format === 'csv' ? `${CSV_TYPE}; charset=utf-8` : XLSX_TYPE)
    .send(file);
}
