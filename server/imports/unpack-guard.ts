import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { ZipFile } from 'yazl';

/** What an honest workbook of 20,000 rows and 100 columns stays below. */
const MOST_UNPACKED_BYTES = 120_000_000;
const MOST_ENTRIES = 500;
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

export interface UnpackedEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * Unpacks a ZIP file with one limit over all that it holds, whatever its directory claims, so that one which would
 * blow up never reaches a parser. Null for what is no sound ZIP file, or too large.
 */
export async function unpackGuarded(file: Buffer): Promise<readonly UnpackedEntry[] | null> {
  const end = file.subarray(Math.max(0, file.length - 65_557)).lastIndexOf(signature(END_OF_DIRECTORY));
  if (end < 0) return null;
  const endAt = Math.max(0, file.length - 65_557) + end;
  try {
    return await entriesOf(file, { count: file.readUInt16LE(endAt + 10), at: file.readUInt32LE(endAt + 16) });
  } catch {
    return null;
  }
}

/**
 * The same entries as a ZIP file of our own. A parser that reads a foreign file from front to back follows its local
 * headers, which may say something else than the directory that was guarded; of ours both say the same.
 */
export async function packedAgain(entries: readonly UnpackedEntry[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, bytes } of entries) zip.addBuffer(bytes, name, { compress: false });
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const inflate = promisify(inflateRaw);

async function entriesOf(
  file: Buffer,
  directory: { readonly count: number; readonly at: number },
): Promise<readonly UnpackedEntry[] | null> {
  if (directory.count > MOST_ENTRIES) return null;
  const entries = new Map<string, UnpackedEntry>();
  let { at } = directory;
  let left = MOST_UNPACKED_BYTES;
  for (let index = 0; index < directory.count; index += 1) {
    if (file.readUInt32LE(at) !== DIRECTORY_ENTRY || (file.readUInt16LE(at + 8) & ENCRYPTED) !== 0)
      return null;
    const method = file.readUInt16LE(at + 10);
    const packedBytes = file.readUInt32LE(at + 20);
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    const localAt = file.readUInt32LE(at + 42);
    const dataAt = localAt + 30 + file.readUInt16LE(localAt + 26) + file.readUInt16LE(localAt + 28);
    const packed = file.subarray(dataAt, dataAt + packedBytes);
    if (method !== STORED && method !== DEFLATED) return null;
    const bytes = method === STORED ? packed : await inflate(packed, { maxOutputLength: Math.max(left, 1) });
    left -= bytes.length;
    // Of two with one name nobody knows which is meant.
    if (left < 0 || entries.has(name)) return null;
    entries.set(name, { name, bytes });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return [...entries.values()];
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
