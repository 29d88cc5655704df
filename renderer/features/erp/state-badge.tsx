import classes from './state-badge.module.css';

export type Tone = 'good' | 'quiet' | 'attention' | 'fault';

/** How something stands, as a small badge; the words say it, the colour only finds it. */
export function StateBadge({ tone, text }: { readonly tone: Tone; readonly text: string }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {text}
    </span>
  );
}
