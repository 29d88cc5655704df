import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { ZipFile } from 'yazl';
import type { Order } from '#core/stations/command.ts';
import type { StationDocument } from '#core/stations/station-document.ts';
import type { Upload } from '#core/stations/upload.ts';
import type { ExportedTable, WholeExport } from '#store/exports/open-export.ts';
import type { SqlRow } from '#store/sqlite/connection.ts';
import type { Application } from '../application.ts';
import { type CsvCell, csvWriter } from '../csv/write-csv.ts';
import { isoTime } from '../rest/iso-time.ts';
import { sendFile } from '../rest/send-file.ts';
import { forgetPasswords } from '../stations/forget-passwords.ts';
import type { UploadDesk } from '../stations/upload-desk.ts';
import { ARCHIVE_README } from './archive-readme.ts';

/** Changes when readers of an earlier archive would misread the files; added tables and columns are no such thing. */
const FORMAT = 1;
const MOST_UPLOADS = 1_000;
const LONGEST_PAUSE_MS = 120_000;

/**
 * Everything the site keeps as one ZIP, written while it is read: neither the archive nor a table ever stands in
 * memory, and a slow reader slows the reading, not the stations. The line is cut where something fails: a file that is
 * not whole must not look so.
 */
export async function sendSiteArchive(app: Application, reply: FastifyReply): Promise<void> {
  const at = isoTime(app.clock.now());
  const whole = await app.store.openExport();
  try {
    const uploads = await app.store.reads.listUploads({ limit: MOST_UPLOADS });
    const zip = new ZipFile();
    const documents = [...app.desk.live.documents.values()].filter(({ removedAt }) => removedAt === null);
    const parts = partsOf(app, { whole, at, uploads, documents });
    for (const { name, body } of parts) add(zip, name, body);
    zip.end();
    // Whoever stops reading must not keep the log of the database from being shortened.
    reply.raw.setTimeout(LONGEST_PAUSE_MS, () => reply.raw.destroy());
    await sendFile(app, reply, {
      name: `ladehaus-${at.slice(0, 10)}.zip`,
      type: 'application/zip',
      body: zip.outputStream as Readable,
    });
  } finally {
    await whole.close();
  }
}

interface Part {
  readonly name: string;
  readonly body: () => AsyncIterable<string | Buffer>;
}

interface Contents {
  readonly whole: WholeExport;
  readonly at: string;
  readonly uploads: readonly Upload[];
  readonly documents: readonly StationDocument[];
}

function* partsOf(app: Application, { whole, at, uploads, documents }: Contents): Generator<Part> {
  yield { name: 'README.txt', body: () => text(ARCHIVE_README) };
  const manifest = {
    format: FORMAT,
    program: app.version,
    site: app.desk.live.site.name,
    at,
    tables: whole.tables,
  };
  yield { name: 'manifest.json', body: () => text(`${JSON.stringify(manifest, null, 2)}\n`) };
  for (const table of whole.tables) {
    yield { name: `tables/${table.name}.csv`, body: () => csvOf(whole, table) };
    yield { name: `tables/${table.name}.jsonl`, body: () => jsonLinesOf(whole, table) };
  }
  for (const { id, life } of uploads)
    if (life.kind === 'received')
      yield { name: `uploads/${id}-${life.fileName}`, body: () => fileOf(app.uploads.read(id)) };
  for (const document of documents)
    yield { name: documentPath(document), body: () => fileOf(app.documents.read(document)) };
}

/** Opened when its turn has come: one part is read at a time. */
function add(zip: ZipFile, name: string, body: Part['body']): void {
  zip.addReadStreamLazy(name, (take) => {
    const stream = Readable.from(body());
    // Where a part cannot be read, the whole breaks off.
    stream.on('error', (error) => (zip.outputStream as Readable).destroy(error));
    take(null, stream);
  });
}

async function* text(whole: string): AsyncGenerator<string> {
  yield whole;
}

async function* jsonLinesOf(whole: WholeExport, table: ExportedTable): AsyncGenerator<string> {
  for await (const rows of rowsLeaving(whole, table))
    yield rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

async function* csvOf(whole: WholeExport, table: ExportedTable): AsyncGenerator<string> {
  const write = csvWriter(',');
  yield write([table.columns]);
  for await (const rows of rowsLeaving(whole, table))
    yield write(rows.map((row) => table.columns.map((column) => cellOf(row, column))));
}

/** An order that has not ended still holds the passwords that the station needs to fetch or send a file. */
async function* rowsLeaving(whole: WholeExport, table: ExportedTable): AsyncGenerator<readonly SqlRow[]> {
  for await (const rows of whole.rows(table))
    yield table.name === 'command'
      ? rows.map((row) => ({ ...row, order: forgetPasswords(row.order as Order) }))
      : rows;
}

function cellOf(row: SqlRow, column: string): CsvCell {
  const value = row[column];
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as CsvCell);
}

/** Empty where the file is not there any more: it has made room for newer ones, or somebody has taken it away. */
async function* fileOf(reading: ReturnType<UploadDesk['read']>): AsyncGenerator<Buffer> {
  const file = await reading;
  if (file !== null) yield* file.body;
}

function documentPath({ id, name }: StationDocument): string {
  return `documents/${id}-${name}`;
}
