import { PowerCurve } from '../../ui/power-curve.tsx';
import { Section } from '../../ui/section.tsx';

const START_MS = Date.parse('2026-11-21T06:00:00Z');
const STEP_MS = 5 * 60_000;

const POINTS = Array.from({ length: 96 }, (_, index) => ({
  atMs: START_MS + index * STEP_MS,
  powerW: Math.max(0, 11_000 * Math.sin(index / 14) + 2_000 * Math.sin(index / 2)),
}));

export function CurveGallery() {
  return (
    <>
      <Section card title="PowerCurve">
        <PowerCurve points={POINTS} title="A day" />
      </Section>
      <Section card title="PowerCurve: two points">
        <PowerCurve points={POINTS.slice(0, 2)} title="Five minutes" />
      </Section>
    </>
  );
}
