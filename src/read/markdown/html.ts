/** The few HTML tags that Legal Markdown has inside a paragraph. */
import type { Inline, Marks } from '../../model/document.ts';

/** What a tag marks. The last four say what Markdown has signs for, where the signs can't stand. */
const MARKS: Readonly<Record<string, keyof Omit<Marks, 'href'>>> = {
  u: 'underline',
  sup: 'superscript',
  sub: 'subscript',
  small: 'smallCaps',
  b: 'bold',
  i: 'italic',
  s: 'strike',
  code: 'code',
};

/** Tags that files from elsewhere use for the same. */
const ELSEWHERE: typeof MARKS = { strong: 'bold', em: 'italic', ins: 'underline', del: 'strike', strike: 'strike' };

export type Tag =
  | { readonly opens: keyof Omit<Marks, 'href'>; readonly name: string }
  | { readonly closes: string }
  | { readonly inline: Inline };

/** What a piece of inline HTML is; `undefined` where it is not understood. */
export function readTag(source: string, strict: boolean): Tag | undefined {
  if (source.startsWith('<!--')) return { inline: { type: 'opaque', kind: 'comment', digest: source, source } };
  const kind = /^<br(?:\s+class="(page|column)")?\s*\/?>$/i.exec(source);
  if (kind !== null) return { inline: { type: 'break', kind: (kind[1] as 'page' | 'column' | undefined) ?? 'line' } };
  const [, slash, tag = ''] = /^<(\/?)([a-z]+)>$/i.exec(source) ?? [];
  const name = tag.toLowerCase();
  const mark = Object.hasOwn(MARKS, name)
    ? MARKS[name]
    : !strict && Object.hasOwn(ELSEWHERE, name)
      ? ELSEWHERE[name]
      : undefined;
  if (mark === undefined) return undefined;
  return slash === '/' ? { closes: name } : { opens: mark, name };
}
