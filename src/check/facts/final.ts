/** Whether a document is final, so that nothing may be left open in it. */
import type { Meta } from '../../model/document.ts';
import type { Settings } from '../settings.ts';

const FINAL = /\b(?:final|in force|designated|issued|effective|published|signed|executed)\b/i;

export function isFinal(meta: Meta, settings: Settings): boolean {
  return settings.final ?? (FINAL.test(meta.status ?? '') && !/\b(?:draft|not|un)\b/i.test(meta.status ?? ''));
}
