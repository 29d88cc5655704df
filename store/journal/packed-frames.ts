import type { JournalFrame } from '#core/changes.ts';
import { type BatchTexts, textAt } from '../sqlite/batch-texts.ts';

/** A frame on its way to the disk. */
export interface PackedFrame {
  /** Station, time and direction, as the beginning of a row in JSON. */
  readonly head: string;
  readonly text: string;
  readonly answer: string | null;
}

export function packFrame({ stationId, at, direction, text, answer }: JournalFrame): PackedFrame {
  return { head: `${JSON.stringify(stationId)},${at},"${direction}"`, text, answer };
}

/** Puts the frames of a batch together, each row with the place of its texts, as `insertFrames` reads them. */
export function packFrames(frames: readonly PackedFrame[], texts: BatchTexts): string {
  const rows = frames.map(({ head, text, answer }) => `[${head},${texts.add(text)},${texts.add(answer)}]`);
  return `[${rows.join(',')}]`;
}

/** SQL that adds the frames in `rows`, a table-valued function as in `TableWrite`; `texts` is the batch's. */
export function insertFrames(rows: string, texts: string): string {
  return `INSERT INTO journal (station_id, at, direction, text, answer)
    SELECT value ->> 0, value ->> 1, value ->> 2, ${textAt(texts, 3)}, ${textAt(texts, 5)} FROM ${rows};`;
}
