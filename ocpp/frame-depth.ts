/** What nests deeper is no frame. */
export const MAX_FRAME_DEPTH = 16;

/**
 * Whether brackets nest deeper than `maxDepth`, without parsing: a million open brackets are 0.6 s of
 * JSON.parse, and the tree that comes out overflows every recursive reader.
 */
export function isTooDeep(text: string, maxDepth: number): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case QUOTE:
        i = endOfString(text, i + 1);
        break;
      case OPEN_LIST:
      case OPEN_OBJECT:
        depth++;
        if (depth > maxDepth) return true;
        break;
      case CLOSE_LIST:
      case CLOSE_OBJECT:
        depth--;
        break;
    }
  }
  return false;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Position of the quote that ends the string whose content begins at `start`. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start);
  while (end !== -1 && isEscaped(text, end, start)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

function isEscaped(text: string, position: number, start: number): boolean {
  let backslashes = 0;
  while (position - backslashes > start && text.charCodeAt(position - backslashes - 1) === BACKSLASH) {
    backslashes++;
  }
  return backslashes % 2 === 1;
}
