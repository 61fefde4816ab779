/** A legal text as data beside what its file shows, so that it can be read back as it was drafted. */
import { acceptAll, rejectAll } from '../model/decide.ts';
import type { Document } from '../model/document.ts';
import type { Redline } from '../model/redline.ts';
import { readJson } from '../read/json.ts';
import { writeJson, writeRedlineJson } from '../write/json.ts';

/** A legal text before and after its marks are accepted. */
export interface LegalTextSides {
  readonly before: Document;
  readonly after: Document;
}

/** The data of a legal text. */
export function redlineData(text: Redline): Redline {
  return JSON.parse(writeRedlineJson(text)) as Redline;
}

/** Whether a value can be the data of a legal text; `sidesOfData` judges what it holds. */
export function isRedlineData(value: unknown): value is Redline {
  const { before, document, changes } = (value ?? {}) as Partial<Redline>;
  return typeof before === 'object' && document?.type === 'document' && Array.isArray(changes);
}

/** Both sides, each judged by the schema, as any document that comes from outside. Throws `UnusableInput`. */
export function sidesOfData(redline: Redline, file?: string): LegalTextSides {
  const judged = (document: Document): Document =>
    readJson(writeJson(document), file === undefined ? {} : { file }, () => undefined);
  return { before: judged(rejectAll(redline)), after: judged(acceptAll(redline)) };
}
