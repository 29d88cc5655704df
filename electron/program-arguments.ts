/**
 * The arguments meant for us. `npm start` puts them behind `--`, because Chromium would take `--headless` for its
 * own; the installed program is started with ours alone.
 */
export function programArguments(argv: readonly string[]): readonly string[] {
  const separator = argv.indexOf('--');
  return argv.slice(separator < 0 ? 1 : separator + 1);
}
