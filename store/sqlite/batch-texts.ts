/** A long text in a row on its way to the disk, always the last of its row. */
export class LongText {
  readonly text: string | null;

  constructor(text: string | null) {
    this.text = text;
  }
}

/**
 * The long texts of a batch. They travel as bytes beside the rows: written as JSON every quotation mark in them would be
 * escaped here and unescaped there.
 */
export class BatchTexts {
  readonly #texts: string[] = [];
  #bytes = 0;

  /** Takes a text along. Gives its place and its length for the row that it belongs to, as `textAt` reads them. */
  add(text: string | null): string {
    if (text === null) return 'null,null';
    const at = this.#bytes;
    const length = Buffer.byteLength(text);
    this.#texts.push(text);
    this.#bytes += length;
    // SQL counts from 1.
    return `${at + 1},${length}`;
  }

  toBuffer(): Buffer {
    // The driver hands an empty buffer on as NULL; a station that sends an empty frame must not fail the batch.
    const bytes = Buffer.allocUnsafe(Math.max(1, this.#bytes));
    let at = 0;
    for (const text of this.#texts) at += bytes.write(text, at);
    return bytes;
  }
}

/** SQL that reads a text of the batch: its place stands in the travelling row at `index`, its length behind it. */
export function textAt(texts: string, index: number): string {
  return `CAST(substr(${texts}, value ->> ${index}, value ->> ${index + 1}) AS TEXT)`;
}
