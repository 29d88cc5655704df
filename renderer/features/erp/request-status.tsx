import { StateBadge, type Tone } from './state-badge.tsx';

/** An HTTP status; what went wrong has colour. */
export function RequestStatus({ status }: { readonly status: number }) {
  return <StateBadge tone={toneOf(status)} text={String(status)} />;
}

function toneOf(status: number): Tone {
  if (status >= 500) return 'fault';
  return status >= 400 ? 'attention' : 'quiet';
}
