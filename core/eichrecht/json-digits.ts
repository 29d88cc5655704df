/**
 * JSON with each number as the text that stood there: a register's zeros behind the point are part of it (OCMF, `RV`).
 * Undefined for what is no JSON.
 */
export function parseKeepingDigits(text: string): unknown {
  try {
    JSON.parse(text);
    return JSON.parse(
      text.replace(stringOrNumber, (token) => (token.startsWith('"') ? token : `"${token}"`)),
    );
  } catch {
    return undefined;
  }
}

/** Strings come first, so that digits inside of them are left alone. */
const stringOrNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a field, with its blanks; null where it is absent or holds no text. */
export function textField(fields: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === 'string' ? value : null;
}
