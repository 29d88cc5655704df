import { type FileHandle, open, truncate } from 'node:fs/promises';

/** Headers of a part are short; the file follows. */
const MOST_HEAD = 16_384;
const COPY_BYTES = 1_048_576;

/**
 * Some stations send a file as web forms do (RFC 7578). What was written as it came is then reduced to the first part's
 * contents, in place; its name is handed back, empty if it has none. Null where it is no form.
 */
export async function multipartFile(path: string, contentType: string): Promise<string | null> {
  const boundary = /^multipart\/.*boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) return null;
  const handle = await open(path, 'r+');
  try {
    const { size } = await handle.stat();
    const head = await read(handle, 0, Math.min(size, MOST_HEAD));
    const contents = head.indexOf('\r\n\r\n');
    if (!head.subarray(0, boundary.length + 2).equals(Buffer.from(`--${boundary}`)) || contents === -1)
      return null;
    const begin = contents + 4;
    const end = await endOf(handle, { begin, size, mark: Buffer.from(`\r\n--${boundary}`) });
    for (let at = begin; at < end; at += COPY_BYTES) {
      const piece = await read(handle, at, Math.min(COPY_BYTES, end - at));
      await handle.write(piece, 0, piece.length, at - begin);
    }
    await truncate(path, end - begin);
    await handle.sync();
    return /filename="([^"]*)"/i.exec(head.toString('utf8', 0, contents))?.[1] ?? '';
  } finally {
    await handle.close();
  }
}

/** Where the boundary after the first part begins; the end of the file when it is missing. */
async function endOf(
  handle: FileHandle,
  { begin, size, mark }: { readonly begin: number; readonly size: number; readonly mark: Buffer },
): Promise<number> {
  // Read with some overlap: the mark may lie across two pieces.
  for (let at = begin; at < size; at += COPY_BYTES) {
    const piece = await read(handle, at, Math.min(COPY_BYTES + mark.length, size - at));
    const found = piece.indexOf(mark);
    if (found !== -1) return at + found;
  }
  return size;
}

async function read(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
