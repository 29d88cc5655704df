import classes from './qr-drawing.module.css';

interface QrDrawingProps {
  /** Modules in a row, with the quiet ground around them. */
  readonly size: number;
  readonly path: string;
  readonly label: string;
}

/** A QR code that has been drawn. Dark on light in every scheme: readers fail at the inverse. */
export function QrDrawing({ size, path, label }: QrDrawingProps) {
  return (
    <svg className={classes.code} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect className={classes.ground} width="100%" height="100%" />
      <path className={classes.modules} d={path} />
    </svg>
  );
}
