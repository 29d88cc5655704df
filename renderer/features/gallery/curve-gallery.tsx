import { PowerCurve } from '../../ui/power-curve.tsx';
import { Section } from '../../ui/section.tsx';

const START_MS = Date.parse('2026-11-21T06:00:00Z');
const STEP_MS = 5 * 60_000;

const POINTS = Array.from({ length: 96 }, (_, index) => ({
  atMs: START_MS + index * STEP_MS,
  powerW: Math.max(0, 11_000 * Math.sin(index / 14) + 2_000 * Math.sin(index / 2)),
}));

const NIGHT_MS = START_MS + 5 * 3_600_000;
const BANDS = [
  { fromMs: START_MS, toMs: NIGHT_MS, text: '0,49 €/kWh', shade: 1 },
  { fromMs: NIGHT_MS, toMs: START_MS + 96 * STEP_MS, text: '0,39 €/kWh', shade: 0 },
];

export function CurveGallery() {
  return (
    <>
      <Section card title="PowerCurve">
        <PowerCurve points={POINTS} title="A day" />
      </Section>
      <Section card title="PowerCurve: two prices">
        <PowerCurve points={POINTS} title="A day" bands={BANDS} />
      </Section>
      <Section card title="PowerCurve: two points">
        <PowerCurve points={POINTS.slice(0, 2)} title="Five minutes" />
      </Section>
    </>
  );
}
