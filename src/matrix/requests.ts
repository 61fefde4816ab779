/** Rows by what asks for them: a key, or the numbers that it begins with. */

/** Every text that asks for a row: its key, and each number that this begins with (`6.2` for `6.2.10`). */
export function requestsOf(key: string): string[] {
  const parts = /^\d+(?:\.\d+)*[A-Z]?$/.test(key) ? key.split('.') : [key];
  return parts.map((_, i) => parts.slice(0, i + 1).join('.'));
}

/** Whether a row is among what is asked for. */
export function isRequested(key: string, requests: ReadonlySet<string>): boolean {
  return requestsOf(key).some((request) => requests.has(request));
}
