import classes from './json-text.module.css';

/** A frame, laid out so that it can be read; as it came where it is no JSON. */
export function JsonText({ text }: { readonly text: string }) {
  return <pre className={classes.json}>{laidOut(text)}</pre>;
}

function laidOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
