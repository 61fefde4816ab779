/** Images: pictures in files beside the text, with their size and caption, and whatever the model can't express. */
import type { Image, PhrasingContent } from 'mdast';
import type { Opaque, Picture } from '../../model/document.ts';
import { isPictureFile, lengthOf } from '../../model/picture.ts';
import { isEscaped, tokens } from './attributes.ts';
import { type Context, complain, placeOf } from './context.ts';
import type { EscapeData } from './parse.ts';

/**
 * `![text](file.png "caption"){width=8cm}` is a picture, `![text](opaque:kind:digest "source")` anything that the model
 * can't express; any other image is a drawing, known by its address, of which only the text can be shown.
 */
export function readImage(node: Image, context: Context): Picture | Opaque {
  const [, kind, digest] = /^opaque:([^:]*):(.*)$/s.exec(node.url) ?? [];
  const text = node.alt ? { text: node.alt } : {};
  const place = placeOf(context, node);
  if (kind !== undefined && digest !== undefined) {
    const source = node.title ? { source: node.title } : {};
    return { type: 'opaque', kind: decode(kind), digest: decode(digest), ...text, ...source, place };
  }
  const file = decode(node.url);
  if (isPictureFile(file)) {
    const caption = node.title ? { caption: node.title } : {};
    return { type: 'picture', file, ...text, ...caption, place };
  }
  if (context.strict) reportElsewhere(node, context);
  return { type: 'opaque', kind: 'drawing', digest: node.url, ...text, source: node.url, place };
}

function reportElsewhere(node: Image, context: Context): void {
  context.report({
    severity: 'warning',
    rule: 'read/picture-elsewhere',
    reason: 'the picture is no PNG, JPEG or SVG file beside the text: only its alternative text is shown',
    place: placeOf(context, node),
    actual: node.url,
    note: 'put the file beside the text, and name it without folders above',
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What stands in braces right behind a picture, and what is left of the text there. */
export interface PictureBraces {
  readonly picture: Picture;
  readonly rest: PhrasingContent;
}

/** `{#flow number="2" word="Map" width=8cm}` behind a picture; `undefined` where no brace opens there. */
export function withPictureBraces(
  picture: Picture,
  next: PhrasingContent | undefined,
  context: Context,
): PictureBraces | undefined {
  if (next?.type !== 'text' || !next.value.startsWith('{')) return undefined;
  const escapes = (next.data as EscapeData | undefined)?.escapes ?? [];
  const piece = { inline: { type: 'text', value: next.value } as const, escapes };
  if (isEscaped(piece, 0)) return undefined;
  const end = next.value.indexOf('}');
  if (end < 0) return undefined;
  let known: Picture | undefined = picture;
  for (const token of tokens(piece, next.value, 1, end)) known = known && withToken(known, token);
  if (known === undefined) {
    complain(context, next, 'unknown-attribute', 'what stands in braces behind the picture is not understood', {
      actual: next.value.slice(0, end + 1),
      expected: '{#anchor number="2" width=8cm height=5cm}',
      note: 'lengths are in cm, mm, in or pt; write an ordinary brace as \\{',
    });
  }
  const value = next.value.slice(end + 1);
  const data = { escapes: escapes.filter((at) => at > end).map((at) => at - end - 1) } as NonNullable<typeof next.data>;
  return { picture: known ?? picture, rest: { ...next, value, data } };
}

function withToken(picture: Picture, token: string): Picture | undefined {
  if (/^#./s.test(token)) return picture.id === undefined ? { ...picture, id: token.slice(1) } : undefined;
  if (token === 'fixed') return { ...picture, fixed: true };
  const [, name, value = ''] = /^(number|word|width|height)=(.+)$/s.exec(token) ?? [];
  if (name === 'number') return { ...picture, label: value };
  if (name === 'word') return { ...picture, word: value };
  const length = lengthOf(value);
  if (name === undefined || length === undefined) return undefined;
  return name === 'width' ? { ...picture, width: length } : { ...picture, height: length };
}
