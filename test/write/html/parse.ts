/** Reads a page back: strictly, as XML, so that one loose character of text would fail the test. */
import { SaxesParser } from 'saxes';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

/** The page as a tree. Style and script are taken out, since HTML reads them by other rules than XML. */
export function parsePage(html: string): Element {
  const bare = html.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<script>[\s\S]*?<\/script>/, '');
  const root: Element = { name: '', attributes: {}, children: [] };
  const open: Element[] = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [] };
    open[open.length - 1]?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (text) => {
    open[open.length - 1]?.children.push(text);
  });
  parser.write(bare).close();
  return root;
}

export function* elements(element: Element): Generator<Element> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    yield child;
    yield* elements(child);
  }
}

export function classesOf(element: Element): string[] {
  return (element.attributes.class ?? '').split(' ').filter((name) => name !== '');
}

export function find(page: Element, test: (element: Element) => boolean): Element[] {
  return [...elements(page)].filter(test);
}

/** What the page prints in its text and footnotes on one side, without labels, white space and machinery. */
export function sideText(page: Element, side: 'before' | 'after'): string {
  const holders = find(page, (element) => element.name === 'article' || classesOf(element).includes('notes'));
  return holders
    .map((holder) => textOn(holder, side))
    .join('')
    .replace(/\s+/g, '');
}

const MACHINERY = ['tag', 'tags', 'sign', 'label', 'call', 'back', 'what'];

function textOn(node: Element | string, side: 'before' | 'after'): string {
  if (typeof node === 'string') return node;
  const names = classesOf(node);
  if (names.includes('ctl')) return String.fromCharCode(Number.parseInt(String(node.children[0]).slice(2), 16));
  if (names.some((name) => MACHINERY.includes(name)) || node.attributes.id === 'notes') return '';
  const absent = side === 'after' ? 'del' : 'ins';
  if (node.name === absent || names.includes(absent) || (side === 'before' && names.includes('alt'))) return '';
  return node.children.map((child) => textOn(child, side)).join('');
}

/** All text of an element, machinery included. */
export function textOf(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
