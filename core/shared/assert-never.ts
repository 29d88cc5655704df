/** Closes a switch over a union: a forgotten case is a compile error, a smuggled-in one a thrown bug. */
export function assertNever(value: never): never {
  throw new TypeError(`Unexpected value: ${JSON.stringify(value)}`);
}
