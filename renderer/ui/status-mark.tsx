import type { ReactNode } from 'react';
import type { Mark } from '#api/stations.ts';
import { useText } from '../text/use-text.ts';
import classes from './status-mark.module.css';

/** The marks of connectors, and two that belong to stations as a whole. */
export type MarkName = Mark | 'updating' | 'knocking';
export type Tone = 'free' | 'attention' | 'charging' | 'fault' | 'offline' | 'ink';

interface StatusMarkProps {
  readonly mark: MarkName;
  readonly size?: 16 | 20 | 24 | 32;
  /** Leave out the spoken name where the sentence stands beside the mark. */
  readonly silent?: boolean;
}

/** State by shape first and colour second, so that it is read without colours too. */
export function StatusMark({ mark, size = 20, silent = false }: StatusMarkProps) {
  const { t } = useText();
  const name = silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': t(`states.short.${mark}`) };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label, or silent beside its sentence
    <svg
      className={classes.mark}
      data-tone={TONES[mark]}
      data-mark={mark}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      {...name}
    >
      {DRAWINGS[mark]}
    </svg>
  );
}

export const TONES: Readonly<Record<MarkName, Tone>> = {
  free: 'free',
  'wait-card': 'attention',
  'wait-plug': 'attention',
  charging: 'charging',
  'paused-car': 'charging',
  'paused-site': 'charging',
  done: 'attention',
  reserved: 'ink',
  closed: 'offline',
  'self-unavailable': 'attention',
  fault: 'fault',
  offline: 'offline',
  unknown: 'offline',
  updating: 'charging',
  knocking: 'charging',
};

const ring = <circle cx="10" cy="10" r="7.5" />;

const DRAWINGS: Readonly<Record<MarkName, ReactNode>> = {
  free: ring,
  'wait-card': (
    <>
      {ring}
      <path d="M10 5.8V10l3 2" />
    </>
  ),
  'wait-plug': (
    <>
      {ring}
      <path className={classes.filled} d="M10 10V4.6A5.4 5.4 0 0 1 15.4 10z" />
    </>
  ),
  charging: (
    <>
      <circle className={classes.filled} cx="10" cy="10" r="8.5" />
      <path className={classes.cut} d="M11.2 3.9 6 11.2h3.4l-.7 4.9L14 8.8h-3.4z" />
    </>
  ),
  'paused-car': (
    <>
      {ring}
      <path d="M8 7v6M12 7v6" />
    </>
  ),
  'paused-site': (
    <>
      <path d="M4.7 15.3a7.5 7.5 0 1 1 10.6 0" />
      <path d="M8 6.5v5M12 6.5v5M7 17.2h6" />
    </>
  ),
  done: (
    <>
      {ring}
      <path d="m6.7 10.2 2.3 2.3 4.3-4.7" />
    </>
  ),
  reserved: (
    <>
      <circle cx="10" cy="10" r="7.5" strokeDasharray="1.6 2.33" />
      <circle className={classes.filled} cx="10" cy="10" r="2.4" />
    </>
  ),
  closed: (
    <>
      {ring}
      <path d="M4.7 15.3 15.3 4.7" />
    </>
  ),
  'self-unavailable': (
    <>
      {ring}
      <path d="M6 10h8" />
    </>
  ),
  fault: (
    <>
      <path className={classes.filled} d="M10 1.8 19 17.6H1z" strokeLinejoin="round" />
      <path className={classes.cutLine} d="M10 7.2v4.6M10 14.6v.2" />
    </>
  ),
  offline: (
    <>
      <circle cx="10" cy="10" r="7.5" strokeDasharray="8.6 3.18" strokeDashoffset="4.3" />
      <path d="m7.4 7.4 5.2 5.2M12.6 7.4l-5.2 5.2" />
    </>
  ),
  unknown: (
    <>
      <circle cx="10" cy="10" r="7.5" strokeDasharray="1.6 2.33" />
      <path d="M8 8.2a2 2 0 1 1 2.6 2c-.4.2-.6.5-.6 1M10 13.6v.2" />
    </>
  ),
  updating: (
    <>
      <path d="M16.9 7.1A7.5 7.5 0 1 0 17.5 10" />
      <path d="M17.4 3.4v4h-4" />
    </>
  ),
  knocking: (
    <>
      <circle cx="10" cy="10" r="7.5" strokeDasharray="4.6 3.25" strokeDashoffset="2.3" />
      <path d="M10 6.6v6.8M6.6 10h6.8" />
    </>
  ),
};
