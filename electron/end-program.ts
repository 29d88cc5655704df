import { app, dialog } from 'electron';
import { languageOf, wordsIn } from './words.ts';

/** Says why the program cannot run, in the terminal and in a box: nobody sees the console of a desktop program. */
export function endWithMessage(message: string, exitCode: number): void {
  console.error(message);
  dialog.showErrorBox(wordsIn(languageOf(app.getLocale())).refusedTitle, message);
  app.exit(exitCode);
}

/** The end of a start that nobody foresaw. */
export function endWithBug(error: unknown): void {
  endWithMessage(error instanceof Error ? (error.stack ?? error.message) : String(error), 70);
}
