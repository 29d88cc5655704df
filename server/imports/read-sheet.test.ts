import { describe, expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { ZipFile } from 'yazl';
import { cellText } from '#core/imports/cell.ts';
import { readSheet } from './read-sheet.ts';

async function read(bytes: Buffer | string) {
  const outcome = await readSheet(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, 'cards');
  if (outcome.kind !== 'read') throw new Error(outcome.kind);
  return outcome.file;
}

async function rows(bytes: Buffer | string) {
  const { sheet } = await read(bytes);
  return sheet.rows.map(({ cells }) => cells.map(cellText));
}

const TEXT = 'Kartennummer;Fahrer\r\n04A2B8C1;Jörg Müller\r\n';
const CELLS = [['04A2B8C1', 'Jörg Müller']];

test('a file is read in each of the encodings that spreadsheets write', async () => {
  expect(await rows(Buffer.from(TEXT))).toEqual(CELLS);
  expect(await rows(Buffer.from(`\uFEFF${TEXT}`))).toEqual(CELLS);
  expect(await rows(Buffer.from(`\uFEFF${TEXT}`, 'utf16le'))).toEqual(CELLS);
  expect(await rows(Buffer.from(TEXT, 'utf16le'))).toEqual(CELLS);
  expect(await rows(Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16())).toEqual(CELLS);
  expect(await rows(Buffer.from(TEXT, 'latin1'))).toEqual(CELLS);
  expect((await read(Buffer.from(TEXT, 'latin1'))).encoding).toBe('Windows-1252');
});

test.each([';', ',', '\t', '|'])('columns are told by %j', async (sign) => {
  const file = await read(TEXT.replaceAll(';', sign));
  expect(file.delimiter).toBe(sign);
  expect(file.sheet.rows[0]?.cells).toEqual(CELLS[0]);
});

test('a file may say itself by what its columns are told', async () => {
  expect(await rows('sep=,\r\nuid,name\r\n04A2B8C1,"a;b;c;d"\r\n')).toEqual([['04A2B8C1', 'a;b;c;d']]);
});

test('the header is found below a title, and rows keep the numbers of their lines', async () => {
  const { sheet } = await read('Fuhrpark 2026;\n\nUID;Name\n04A2B8C1;A\n\n04A2B8C2;"B\nB"\n04A2B8C3;C\n');
  expect(sheet.headerLine).toBe(3);
  expect(sheet.headers).toEqual(['UID', 'Name']);
  expect(sheet.rows.map(({ number }) => number)).toEqual([4, 6, 8]);
});

test('a file without a header has columns without titles', async () => {
  const { sheet } = await read('04A2B8C1;12\n04A2B8C2;13\n');
  expect(sheet).toMatchObject({ headerLine: null, headers: ['', ''] });
  expect(sheet.rows).toHaveLength(2);
});

test('a quote that never ends costs its own line and no other', async () => {
  const { sheet } = await read(
    'uid;name\n04A2B8C1;A\n04A2B8C2;"B\n04A2B8C3;C\n04A2B8C4;12" wheels\n04A2B8C5;E\n',
  );
  expect(sheet.brokenLines.map(({ number }) => number)).toEqual([3, 5]);
  expect(sheet.rows.map(({ cells }) => cells[0])).toEqual(['04A2B8C1', '04A2B8C3', '04A2B8C5']);
});

test('rows of many lines come whole, wherever they stand, and cost no other', async () => {
  const lines = Array.from({ length: 1_000 }, (_, index) =>
    index % 7 === 0
      ? `${index};"first\nsecond ""quoted""\nthird"`
      : index === 600
        ? '600;12" wheels'
        : `${index};plain`,
  );
  const { sheet } = await read(`uid;name\n${lines.join('\n')}\n`);
  expect(sheet.rows.map(({ cells }) => cells[0])).toEqual(
    lines.map((_, index) => String(index)).filter((index) => index !== '600'),
  );
  expect(sheet.brokenLines.map(({ text }) => text)).toEqual(['600;12" wheels']);
  expect(sheet.rows[7]?.cells[1]).toBe('first\nsecond "quoted"\nthird');
});

describe('a workbook', () => {
  test('is read with the types of its cells', async () => {
    const file = await writeWorkbook([
      ['UID', 'Gültig bis', 'Gesperrt', 'Kostenstelle'],
      ['04A2B8C1', { value: new Date('2026-03-01T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' }, true, 4711],
    ]).toBuffer();
    const { sheet, encoding } = await read(file);
    expect(encoding).toBe('XLSX');
    expect(sheet.typed).toBe(true);
    expect(sheet.rows[0]?.cells).toEqual(['04A2B8C1', { day: '2026-03-01' }, true, 4711]);
  });

  test('that would blow up is not opened', async () => {
    expect(await readSheet(await zipped({ 'xl/workbook.xml': Buffer.alloc(121_000_000) }), 'cards')).toEqual({
      kind: 'unreadable',
    });
  });

  test('with one cell far out is too long, and makes no table of billions', async () => {
    const sheet =
      '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>';
    const bytes = await zipped({
      'xl/workbook.xml': Buffer.from('<workbook/>'),
      'xl/worksheets/sheet1.xml': Buffer.from(sheet),
    });
    expect(await readSheet(bytes, 'cards')).toEqual({ kind: 'too-long' });
  });

  test.each(['xl/worksheets/sheet1.xml', 'elsewhere/innocent.xml', 'xl/media/Sheet.XML'])(
    'is too long with a cell far out in a sheet at %s, also without a blank before its place',
    async (name) => {
      const cell = '<row><c t="s"r="XFD1048576"><v>1</v></c></row>';
      const sheet = Buffer.from(`<worksheet><sheetData>${cell}</sheetData></worksheet>`);
      const bytes = await zipped({ 'xl/workbook.xml': Buffer.from('<workbook/>'), [name]: sheet });
      expect(await readSheet(bytes, 'cards')).toEqual({ kind: 'too-long' });
    },
  );

  test('of very many sheets that are wide and nearly empty is too long', async () => {
    const sheet = Buffer.from(
      '<worksheet><sheetData><row r="1"><c r="CV1"/></row><row r="20000"/></sheetData></worksheet>',
    );
    const names = Array.from(
      { length: 200 },
      (_, index) => [`xl/worksheets/sheet${index}.xml`, sheet] as const,
    );
    const bytes = await zipped({
      'xl/workbook.xml': Buffer.from('<workbook/>'),
      ...Object.fromEntries(names),
    });
    expect(await readSheet(bytes, 'cards')).toEqual({ kind: 'too-long' });
  });

  test('is read as its directory says, whatever its local headers say', async () => {
    const honest = await writeWorkbook([
      ['UID', 'Name'],
      ['04A2B8C1', 'as guarded'],
    ]).toBuffer();
    const evil = await writeWorkbook([
      ['UID', 'Name'],
      ['04BADBAD', 'as streamed'],
    ]).toBuffer();
    // Whoever follows local headers takes the other file last; whoever follows the directory never meets it.
    expect(await rows(withStowaways(honest, localEntries(evil)))).toEqual([['04A2B8C1', 'as guarded']]);
  });

  test('that has two files of one name is not readable', async () => {
    const bytes = await zipped({
      'xl/workbook.xml': Buffer.from('<workbook/>'),
      'xl/workbook.xmk': Buffer.from('x'),
    });
    const twice = Buffer.from(
      bytes.toString('latin1').replaceAll('xl/workbook.xmk', 'xl/workbook.xml'),
      'latin1',
    );
    expect(await readSheet(twice, 'cards')).toEqual({ kind: 'unreadable' });
  });

  test.each([
    [
      'a ZIP file that is cut off',
      async () => (await zipped({ 'xl/workbook.xml': Buffer.from('x') })).subarray(0, 40),
    ],
    ['a ZIP file of something else', () => zipped({ 'photo.jpg': Buffer.from('x') })],
    ['the old format of Excel', async () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
    ['a PDF file', async () => Buffer.from('%PDF-1.7\n')],
  ])('%s is not readable', async (_, bytes) => {
    expect(await readSheet(await bytes(), 'cards')).toEqual({ kind: 'unreadable' });
  });
});

test('an empty file and one with a header only are empty', async () => {
  expect(await readSheet(Buffer.from(''), 'cards')).toEqual({ kind: 'empty' });
  expect(await readSheet(Buffer.from('UID;Name\n'), 'cards')).toEqual({ kind: 'empty' });
});

test('more than 20,000 rows are too many', async () => {
  const text = `uid;name\n${'04A2B8C1;A\n'.repeat(20_001)}`;
  expect(await readSheet(Buffer.from(text), 'cards')).toEqual({ kind: 'too-long' });
});

async function zipped(files: Readonly<Record<string, Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of Object.entries(files)) zip.addBuffer(bytes, name);
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** All of a ZIP file but its directory. */
function localEntries(zip: Buffer): Buffer {
  return zip.subarray(0, zip.readUInt32LE(zip.lastIndexOf(END_OF_DIRECTORY) + 16));
}

/** A ZIP file with entries of which its directory says nothing. */
function withStowaways(zip: Buffer, entries: Buffer): Buffer {
  const directory = Buffer.from(zip.subarray(localEntries(zip).length));
  const at = directory.lastIndexOf(END_OF_DIRECTORY) + 16;
  directory.writeUInt32LE(directory.readUInt32LE(at) + entries.length, at);
  return Buffer.concat([localEntries(zip), entries, directory]);
}

const END_OF_DIRECTORY = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
