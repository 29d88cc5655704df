import { useFormat } from '../lib/use-format.ts';
import { useNow } from '../lib/use-now.ts';
import classes from './figures.module.css';

/** Energy in Wh, shown in kWh: one decimal in lists, three where the meter's own figure matters. */
export function Kwh({ wh, digits = 1 }: { readonly wh: number | null; readonly digits?: number }) {
  const format = useFormat();
  return <span className={classes.figure}>{wh === null ? '–' : format.energy(wh, digits)}</span>;
}

/** Power in W, shown in kW. Nothing flowing is quiet. */
export function Power({ w }: { readonly w: number | null }) {
  const format = useFormat();
  if (w === null) return <span className={classes.quiet}>–</span>;
  return <span className={w === 0 ? classes.quiet : classes.figure}>{format.power(w)}</span>;
}

/** An amount in minor units of its currency. */
export function Money({ minorUnits, currency }: { readonly minorUnits: number; readonly currency: string }) {
  const format = useFormat();
  return <span className={classes.figure}>{format.money(minorUnits, currency)}</span>;
}

/** A moment in the site's time zone: the time alone today, with its day otherwise; in full on hover. */
export function When({ at, full = false }: { readonly at: string | null; readonly full?: boolean }) {
  const format = useFormat();
  const now = useNow();
  if (at === null) return <span className={classes.quiet}>–</span>;
  return (
    <time className={classes.figure} dateTime={at} title={format.dateTime(at)}>
      {full ? format.dateTime(at) : format.moment(at, now)}
    </time>
  );
}

/** A span of time in seconds. */
export function Duration({ seconds }: { readonly seconds: number }) {
  const format = useFormat();
  return <span className={classes.figure}>{format.duration(seconds)}</span>;
}

/** The number of a card in groups of four, in a face that tells 0 from O; one click selects all of it. */
export function UidText({ uid }: { readonly uid: string }) {
  return (
    <span className={classes.uid}>
      {uidGroups(uid).map((group, index) => (
        // The groups of one number never move.
        // biome-ignore lint/suspicious/noArrayIndexKey: position is identity here
        <span key={index}>{group}</span>
      ))}
    </span>
  );
}

/** Four by four, where it is a number at all. */
export function uidGroups(uid: string): readonly string[] {
  return /^[0-9A-Fa-f]{6,}$/.test(uid) ? (uid.match(/.{1,4}/g) ?? [uid]) : [uid];
}
