import type { JournalFrame } from '#core/changes.ts';

/**
 * A frame on its way to the disk. Its texts travel as bytes beside the rows: they are long, and written as JSON
 * every quotation mark in them would be escaped here and unescaped there.
 */
export interface PackedFrame {
  /** Station, time and direction, as the beginning of a row in JSON. */
  readonly head: string;
  readonly text: string;
  readonly textBytes: number;
  readonly answer: string | null;
  readonly answerBytes: number | null;
}

export interface PackedFrames {
  /** What `insertFrames` reads, as JSON. */
  readonly rows: string;
  readonly texts: Buffer;
}

export function packFrame({ stationId, at, direction, text, answer }: JournalFrame): PackedFrame {
  return {
    head: `${JSON.stringify(stationId)},${at},"${direction}"`,
    text,
    textBytes: Buffer.byteLength(text),
    answer,
    answerBytes: answer === null ? null : Buffer.byteLength(answer),
  };
}

/** Puts the frames of a batch together, each row with the place of its texts. */
export function packFrames(frames: readonly PackedFrame[]): PackedFrames {
  // The driver hands an empty buffer on as NULL; a station that sends an empty frame must not fail the batch.
  const texts = Buffer.allocUnsafe(
    Math.max(
      1,
      frames.reduce((sum, frame) => sum + bytesOf(frame), 0),
    ),
  );
  const rows: string[] = [];
  let at = 0;
  for (const { head, text, textBytes, answer, answerBytes } of frames) {
    // SQL counts from 1.
    rows.push(`[${head},${at + 1},${textBytes},${at + textBytes + 1},${answerBytes}]`);
    at += texts.write(text, at);
    if (answer !== null) at += texts.write(answer, at);
  }
  return { rows: `[${rows.join(',')}]`, texts };
}

/** SQL that adds the frames in `rows`, a table-valued function as in `TableWrite`; `texts` is their bytes. */
export function insertFrames(rows: string, texts: string): string {
  const textAt = (place: number) =>
    `CAST(substr(${texts}, value ->> ${place}, value ->> ${place + 1}) AS TEXT)`;
  return `INSERT INTO journal (station_id, at, direction, text, answer)
    SELECT value ->> 0, value ->> 1, value ->> 2, ${textAt(3)}, ${textAt(5)} FROM ${rows};`;
}

function bytesOf({ textBytes, answerBytes }: PackedFrame): number {
  return textBytes + (answerBytes ?? 0);
}
