/** Does work that pauses after each step to its end, without a pause. */
export function runThrough<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
