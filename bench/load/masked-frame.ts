/**
 * A text message as a client writes it to the socket (RFC 6455 §5), made once and changed in place: the load
 * generator shares its machine with the server and must cost little.
 */
export interface MaskedFrame {
  readonly bytes: Buffer;
  /** Writes plain text over the message, from a position in it. Lengths must agree. */
  overwrite(position: number, text: string): void;
}

/** `text` is plain ASCII of less than 64 KiB; `mask` is the masking key. */
export function maskedFrame(text: string, mask: number): MaskedFrame {
  const short = text.length < 126;
  const header = short ? 6 : 8;
  const bytes = Buffer.allocUnsafe(header + text.length);
  bytes[0] = FINAL_TEXT;
  if (short) {
    bytes[1] = MASKED | text.length;
  } else {
    bytes[1] = MASKED | LENGTH_FOLLOWS;
    bytes.writeUInt16BE(text.length, 2);
  }
  bytes.writeUInt32BE(mask, header - 4);
  const key = [...bytes.subarray(header - 4, header)];

  function overwrite(position: number, plain: string): void {
    for (let i = 0; i < plain.length; i += 1) {
      const at = position + i;
      bytes[header + at] = plain.charCodeAt(i) ^ (key[at & 3] ?? 0);
    }
  }

  overwrite(0, text);
  return { bytes, overwrite };
}

const FINAL_TEXT = 0x81;
const MASKED = 0x80;
const LENGTH_FOLLOWS = 126;
