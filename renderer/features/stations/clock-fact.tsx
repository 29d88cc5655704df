import { useFormat } from '../../lib/use-format.ts';
import { useText } from '../../text/use-text.ts';
import classes from './clock-fact.module.css';

/** A station's clock this far off is worth a word (Why-check 13: more than a minute). */
const WRONG_SECONDS = 60;

export function ClockFact({ offsetSeconds }: { readonly offsetSeconds: number | null }) {
  const { t } = useText();
  const format = useFormat();
  if (offsetSeconds === null) return t('stationDetails.clockUnknown');
  const off = Math.abs(offsetSeconds);
  if (off <= WRONG_SECONDS)
    return t('stationDetails.clockRight', { seconds: format.number(off, off < 10 ? 1 : 0) });
  const words = t(offsetSeconds > 0 ? 'stationDetails.clockAhead' : 'stationDetails.clockBehind', {
    duration: format.duration(off),
  });
  return (
    <>
      <span className={classes.wrong}>{words}</span>
      <span className={classes.text}>{t('stationDetails.clockWrong')}</span>
    </>
  );
}
