import classes from './logo.module.css';

/** The house with the bolt. */
export function Logo() {
  return (
    <svg className={classes.logo} viewBox="0 0 32 32" width={32} height={32} aria-hidden>
      <rect className={classes.ground} width="32" height="32" rx="8" />
      <path className={classes.house} d="M6.5 15.2 16 7l9.5 8.2V25h-19z" />
      <path className={classes.bolt} d="m17.4 12.8-4.6 5.6h2.8l-1 4.2 4.7-5.8h-2.9z" />
    </svg>
  );
}
