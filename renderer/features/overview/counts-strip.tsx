import { Link } from '@tanstack/react-router';
import type { Overview } from '#api/overview.ts';
import { useText } from '../../text/use-text.ts';
import { type MarkName, StatusMark } from '../../ui/status-mark.tsx';
import classes from './counts-strip.module.css';

const COUNTS = [
  ['free', 'free'],
  ['charging', 'charging'],
  ['occupied', 'done'],
  ['fault', 'fault'],
  ['offline', 'offline'],
  ['closed', 'closed'],
] as const satisfies readonly (readonly [keyof Overview['counts'], MarkName])[];

/** How many connectors are in which state; each number leads to the list of them. */
export function CountsStrip({ counts }: { readonly counts: Overview['counts'] }) {
  const { t } = useText();
  return (
    <ul className={classes.strip}>
      {COUNTS.map(([name, mark]) => (
        <li key={name}>
          <Link
            className={classes.count}
            data-quiet={counts[name] === 0}
            to="/stations/{-$stationId}"
            params={{}}
            search={{ show: name }}
          >
            <StatusMark mark={mark} size={24} silent />
            <span className={classes.number}>{counts[name]}</span>
            <span className={classes.name}>{t(`overview.counts.${name}`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
