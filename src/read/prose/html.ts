/** The HTML that mammoth writes, as a tree: every element is closed, and text and attributes are escaped. */

export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Piece[];
}

export type Piece = Element | string;

const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?:\s+[\w-]+="[^"]*")*)\s*(\/?)>|[^<]+|</g;
const ATTRIBUTE = /([\w-]+)="([^"]*)"/g;

/** The pieces at the top of a text. */
export function parseHtml(html: string): readonly Piece[] {
  const root: Element = { name: '', attributes: new Map(), children: [] };
  const open: Element[] = [root];
  for (const token of html.matchAll(TOKEN)) {
    const [whole, closing, name, attributes = '', empty] = token;
    const parent = open[open.length - 1] as Element;
    if (name === undefined) parent.children.push(plain(whole));
    else if (closing === '/') {
      if (open.length > 1) open.pop();
    } else {
      const element: Element = { name, attributes: attributesOf(attributes), children: [] };
      parent.children.push(element);
      if (empty !== '/') open.push(element);
    }
  }
  return root.children;
}

function attributesOf(source: string): ReadonlyMap<string, string> {
  return new Map([...source.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, plain(value)]));
}

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function plain(escaped: string): string {
  return escaped.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => SIGNS[name] as string);
}

/** Visits every element, parents first. */
export function eachElement(pieces: readonly Piece[], visit: (element: Element) => void): void {
  for (const piece of pieces) {
    if (typeof piece === 'string') continue;
    visit(piece);
    eachElement(piece.children, visit);
  }
}
