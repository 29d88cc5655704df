import classes from './band-mark.module.css';

/** The colour and number by which a price band is known. */
export function BandMark({ band }: { readonly band: number }) {
  return (
    <span className={classes.mark} data-band={(band % 6) + 1} aria-hidden>
      {band + 1}
    </span>
  );
}
