import type { SessionDetail } from '#api/sessions.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { PowerCurve } from '../../ui/power-curve.tsx';
import { Section } from '../../ui/section.tsx';
import { priceBands } from './price/price-bands.ts';
import { useSessionPrice } from './price/use-session-price.ts';
import classes from './session-panel.module.css';

/** The power of a session over time; where its energy had several prices, they lie behind it. */
export function SessionCurve({ session }: { readonly session: SessionDetail }) {
  const { t } = useText();
  const format = useFormat();
  const price = useSessionPrice(session.id).data;
  const points = session.curve.flatMap(({ at, powerW }) =>
    powerW === null ? [] : [{ atMs: Date.parse(at), powerW }],
  );
  const bands = price === undefined ? [] : priceBands(price, { t, format });
  return (
    <Section title={t('sessions.curve')}>
      {points.length < 2 ? (
        <p className={classes.quiet}>{t('sessions.curveEmpty')}</p>
      ) : (
        <PowerCurve points={points} title={t('sessions.curve')} heightPx={170} bands={bands} />
      )}
    </Section>
  );
}
