/** What a link within a document may lead to, in the dialects of Markdown: anchors of several kinds, and the slugs of headings. */
import { once, type Subject } from '../subject.ts';

export interface LinkedAnchors {
  /** In small letters. */
  readonly known: ReadonlySet<string>;
  /** Whether the document sets anchors as Legal Markdown does, so that a link without one leads nowhere. */
  readonly isLegalMarkdown: boolean;
}

/** `{#id}` and `{: #id .class }`, `<a id="x">` and `<h2 name=x>`, `[x]: #y` is none. */
const ATTRIBUTE = /\{:?[^{}\n]{0,80}?#([\w:.-]+)[^{}\n]{0,80}\}/g;
const ELEMENT = /<[a-z][\w-]*\s[^<>]{0,200}?\b(?:id|name)\s*=\s*["']?([^\s"'<>]+)/gi;
const OWN = /\{#[\w:.-]+\}/;

/** Always there, or made by the site that shows the text. */
const GIVEN = ['', 'top', 'footnotes', 'toc', 'contents'];

export const linkedAnchors = once((subject: Subject): LinkedAnchors => {
  const known = new Set<string>(GIVEN);
  const { source = '' } = subject;
  for (const expression of [ATTRIBUTE, ELEMENT]) {
    for (const match of source.matchAll(expression)) known.add((match[1] as string).toLowerCase());
  }
  for (const at of subject.passages) {
    if (at.kind !== 'heading' && at.kind !== 'caption') continue;
    const label = at.node.type === 'clause' ? (at.node.label ?? '') : '';
    for (const text of [at.text, `${label} ${at.text}`]) for (const slug of slugsOf(text)) known.add(slug);
  }
  return { known, isLegalMarkdown: OWN.test(source) };
});

/** The slugs that GitHub, kramdown and MkDocs make of a heading; of the same heading again, with a number behind it. */
function slugsOf(heading: string): string[] {
  const small = heading.trim().toLowerCase();
  const github = small.replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-');
  const plain = small.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  const letters = plain.replace(/^[\d-]+/, '');
  const base = [github, plain, letters, small.replace(/[^\p{L}\p{N}]+/gu, '_'), small.replace(/[^\p{L}\p{N}]/gu, '')];
  return [...base, ...base.flatMap((slug) => ['-1', '-2', '-3', '_1', '_2'].map((more) => slug + more))];
}
