/** Paragraphs whose mark goes with a tracked change: each is joined with the next, whose properties it takes. */
import { type CanonicalChild, type CanonicalNode, childNode, childNodes } from './canonical.ts';

/** Whether the mark of a paragraph remains, by the changes in its properties (17.13.5.15 and 20). */
export function markRemains(paragraph: CanonicalNode, resolution: 'accept' | 'reject'): boolean {
  const mark = childNode(childNode(paragraph, 'w:pPr'), 'w:rPr');
  const removing = resolution === 'accept' ? ['w:del', 'w:moveFrom'] : ['w:ins', 'w:moveTo'];
  return !childNodes(mark).some(({ name }) => removing.includes(name));
}

/** What stands between paragraphs and is no text. */
const BETWEEN: ReadonlySet<string> = new Set([
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:permStart',
  'w:permEnd',
]);

/** Containers that must end with a paragraph. */
const ENDING: ReadonlySet<string> = new Set([
  'w:body',
  'w:tc',
  'w:txbxContent',
  'w:hdr',
  'w:ftr',
  'w:footnote',
  'w:endnote',
  'w:comment',
]);

interface PendingParagraph {
  /** The last paragraph whose mark goes. */
  readonly paragraph: CanonicalNode;
  /** What it holds, and those before it that are joined with it. */
  readonly content: CanonicalChild[];
}

/**
 * The children of a container with the paragraphs joined whose marks go. One that nothing follows with which it could be
 * joined goes where it is empty and can be spared, and stays otherwise, as in Word.
 */
export function withoutMark(
  container: string,
  children: readonly CanonicalChild[],
  joining: ReadonlySet<CanonicalNode>,
): readonly CanonicalChild[] {
  const out: CanonicalChild[] = [];
  let pending: PendingParagraph | undefined;
  for (const child of children) {
    if (typeof child === 'string') continue;
    if (child.name === 'w:p') {
      const content: CanonicalChild[] = pending?.content ?? [];
      for (const one of child.children) if (typeof one === 'string' || one.name !== 'w:pPr') content.push(one);
      pending = joining.has(child) ? { paragraph: child, content } : undefined;
      if (pending === undefined) out.push(withContent(child, content));
    } else if (pending !== undefined && BETWEEN.has(child.name)) pending.content.push(child);
    else {
      out.push(...released(pending, child.name === 'w:sectPr' && needsParagraph(container, out)), child);
      pending = undefined;
    }
  }
  return [...out, ...released(pending, needsParagraph(container, out))];
}

function released(pending: PendingParagraph | undefined, needed: boolean): readonly CanonicalChild[] {
  if (pending === undefined) return [];
  const { paragraph, content } = pending;
  if (needed || content.some(isShown)) return [withContent(paragraph, content)];
  return content.filter((child) => !isShown(child) && typeof child !== 'string' && BETWEEN.has(child.name));
}

/** A paragraph with its own properties and this content. */
function withContent(paragraph: CanonicalNode, content: readonly CanonicalChild[]): CanonicalNode {
  const properties = childNode(paragraph, 'w:pPr');
  return { ...paragraph, children: properties === undefined ? content : [properties, ...content] };
}

/** Whether anything is shown: text, or what stands for some. A run without content shows nothing. */
function isShown(child: CanonicalChild): boolean {
  if (typeof child === 'string') return true;
  if (BETWEEN.has(child.name) || child.name.endsWith('Pr')) return false;
  const holder = child.name === 'w:r' || child.name === 'w:hyperlink' || child.name === 'w:smartTag';
  return !holder || child.children.some(isShown);
}

/** Whether a container would be left without the paragraph that it must end with. */
function needsParagraph(container: string, out: readonly CanonicalChild[]): boolean {
  if (!ENDING.has(container)) return false;
  const last = out.findLast((child) => typeof child !== 'string' && !BETWEEN.has(child.name));
  return typeof last === 'string' || last?.name !== 'w:p';
}
