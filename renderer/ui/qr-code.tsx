import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../lib/api-query.ts';
import classes from './qr-code.module.css';

/** Text that a phone can take over from the screen. Dark on light in every scheme: readers fail at the inverse. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data } = useQuery({
    ...apiQuery('drawQrCode', { query: { text } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <svg
      className={classes.code}
      viewBox={`0 0 ${data?.size ?? 1} ${data?.size ?? 1}`}
      role="img"
      aria-label={label}
    >
      <rect className={classes.ground} width="100%" height="100%" />
      <path className={classes.modules} d={data?.path ?? ''} />
    </svg>
  );
}
