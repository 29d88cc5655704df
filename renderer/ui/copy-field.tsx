import { CopyButton } from './copy-button.tsx';
import classes from './copy-field.module.css';

/** Text to be entered elsewhere, in a clear face, with a button that says truthfully whether it copied. */
export function CopyField({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <div className={classes.field}>
      <code className={classes.text} title={label}>
        {text}
      </code>
      <CopyButton text={text} label={label} />
    </div>
  );
}
