/**
 * Work counted, not timed: the characters and elements that the string and array methods of the engine run over. A
 * method of a string counts all of it, since a sum of strings is copied when one looks into it; `slice` of an array
 * counts what it gives back.
 */

/** The number of characters and elements that `work` had methods run over. */
export async function workOf(work: () => unknown): Promise<number> {
  let count = 0;
  const undo: (() => void)[] = [];
  const watch = (
    owner: object,
    names: readonly string[],
    price: (self: { length: number }, result: unknown) => number,
  ) => {
    for (const name of names) {
      const own = Object.getOwnPropertyDescriptor(owner, name) as PropertyDescriptor;
      const method = own.value as (...args: unknown[]) => unknown;
      const watched = function (this: never, ...args: unknown[]): unknown {
        const result = method.apply(this, args);
        count += 1 + price(this, result);
        return result;
      };
      Object.defineProperty(owner, name, { ...own, value: watched });
      undo.push(() => Object.defineProperty(owner, name, own));
    }
  };
  watch(String.prototype, OF_STRINGS, (self) => self.length);
  watch(Array.prototype, OF_ARRAYS, (self) => self.length);
  watch(Array.prototype, ['slice', 'concat'], (_, result) => (result as unknown[]).length);
  watch(Array, ['from'], (_, result) => (result as unknown[]).length);
  try {
    await work();
  } finally {
    for (const one of undo.reverse()) one();
  }
  return count;
}

const OF_STRINGS = [
  'at',
  'charAt',
  'charCodeAt',
  'codePointAt',
  'endsWith',
  'includes',
  'indexOf',
  'lastIndexOf',
  'match',
  'normalize',
  'replace',
  'replaceAll',
  'search',
  'slice',
  'split',
  'startsWith',
  'substring',
  'trim',
  'trimEnd',
  'trimStart',
] as const;

const OF_ARRAYS = [
  'every',
  'filter',
  'find',
  'findIndex',
  'findLast',
  'flatMap',
  'forEach',
  'includes',
  'indexOf',
  'join',
  'map',
  'reduce',
  'reverse',
  'shift',
  'some',
  'sort',
  'splice',
  'unshift',
] as const;
