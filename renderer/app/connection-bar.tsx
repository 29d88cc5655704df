import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useLiveState } from '../lib/live-state.ts';
import { useFormat } from '../lib/use-format.ts';
import { useText } from '../text/use-text.ts';
import classes from './connection-bar.module.css';

/** A stream that opens again within this time is not worth a word. */
const PATIENCE_MS = 1_500;

/** Across the whole width while the server does not answer; the pages below stay readable. */
export function ConnectionBar() {
  const { t } = useText();
  const format = useFormat();
  const { connected, brokenAtMs } = useLiveState();
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (connected) return undefined;
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [connected]);
  if (connected || !late || brokenAtMs === null) return null;
  return (
    <p className={classes.bar} role="alert">
      <IconPlugConnectedX size={16} aria-hidden />
      {t('shell.broken', { time: format.time(brokenAtMs) })}
    </p>
  );
}
