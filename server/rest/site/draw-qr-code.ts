import { create } from 'qrcode';

/** Modules of quiet ground around it, as readers want it (ISO/IEC 18004). */
const QUIET = 4;

/** The dark modules of a QR code as the path of an SVG. */
export function drawQrCode(text: string): { readonly size: number; readonly path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
  return { size: modules.size + 2 * QUIET, path };
}
