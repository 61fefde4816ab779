/** The facts of a document in the order in which front matter states them; `properties` comes last. */
import type { Meta } from './document.ts';

export const META_KEYS = [
  'title',
  'short',
  'version',
  'baseline',
  'status',
  'effective',
  'classification',
  'provision',
  'language',
] as const satisfies readonly (keyof Meta)[];

export type MetaKey = (typeof META_KEYS)[number];
