/** Images, which stand for everything inside a paragraph that the model can't express. */
import type { Image } from 'mdast';
import type { Opaque } from '../../model/document.ts';

/**
 * `![text](opaque:kind:digest "source")` is any opaque inline; any other image is a drawing, told by its address.
 */
export function readImage(node: Image): Opaque {
  const [, kind, digest] = /^opaque:([^:]*):(.*)$/s.exec(node.url) ?? [];
  const text = node.alt ? { text: node.alt } : {};
  if (kind === undefined || digest === undefined) {
    return { type: 'opaque', kind: 'drawing', digest: node.url, ...text, source: node.url };
  }
  const source = node.title ? { source: node.title } : {};
  return { type: 'opaque', kind: decode(kind), digest: decode(digest), ...text, ...source };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
