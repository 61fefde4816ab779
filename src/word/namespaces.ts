/** XML namespaces by the one prefix under which the reader knows them, whatever prefix a file uses. */

const TRANSITIONAL = 'http://schemas.openxmlformats.org/';
const STRICT = 'http://purl.oclc.org/ooxml/';
const MICROSOFT = 'http://schemas.microsoft.com/office/';

/** Namespace names and their prefixes: transitional and strict (ISO/IEC 29500-1, -4) and Microsoft's additions. */
const PREFIXES: Readonly<Record<string, string>> = {
  [`${TRANSITIONAL}wordprocessingml/2006/main`]: 'w',
  [`${STRICT}wordprocessingml/main`]: 'w',
  [`${TRANSITIONAL}officeDocument/2006/relationships`]: 'r',
  [`${STRICT}officeDocument/relationships`]: 'r',
  [`${TRANSITIONAL}officeDocument/2006/math`]: 'm',
  [`${STRICT}officeDocument/math`]: 'm',
  [`${TRANSITIONAL}drawingml/2006/main`]: 'a',
  [`${STRICT}drawingml/main`]: 'a',
  [`${TRANSITIONAL}drawingml/2006/wordprocessingDrawing`]: 'wp',
  [`${STRICT}drawingml/wordprocessingDrawing`]: 'wp',
  [`${TRANSITIONAL}drawingml/2006/picture`]: 'pic',
  [`${STRICT}drawingml/picture`]: 'pic',
  [`${TRANSITIONAL}drawingml/2006/chart`]: 'c',
  [`${STRICT}drawingml/chart`]: 'c',
  [`${TRANSITIONAL}drawingml/2006/diagram`]: 'dgm',
  [`${STRICT}drawingml/diagram`]: 'dgm',
  [`${TRANSITIONAL}markup-compatibility/2006`]: 'mc',
  [`${TRANSITIONAL}package/2006/relationships`]: 'rel',
  [`${TRANSITIONAL}package/2006/content-types`]: 'ct',
  [`${TRANSITIONAL}package/2006/metadata/core-properties`]: 'cp',
  [`${TRANSITIONAL}officeDocument/2006/custom-properties`]: 'op',
  [`${TRANSITIONAL}officeDocument/2006/docPropsVTypes`]: 'vt',
  [`${STRICT}officeDocument/customProperties`]: 'op',
  [`${STRICT}officeDocument/docPropsVTypes`]: 'vt',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  'urn:schemas-microsoft-com:office:word': 'w10',
  [`${MICROSOFT}word/2010/wordml`]: 'w14',
  [`${MICROSOFT}word/2012/wordml`]: 'w15',
  [`${MICROSOFT}word/2010/wordprocessingShape`]: 'wps',
  [`${MICROSOFT}word/2010/wordprocessingGroup`]: 'wpg',
  [`${MICROSOFT}word/2010/wordprocessingCanvas`]: 'wpc',
  [`${MICROSOFT}word/2010/wordprocessingInk`]: 'wpi',
  [`${MICROSOFT}word/2010/wordprocessingDrawing`]: 'wp14',
  [`${MICROSOFT}drawing/2010/main`]: 'a14',
  [`${MICROSOFT}drawing/2014/chartex`]: 'cx',
  [`${MICROSOFT}drawing/2015/9/8/chartex`]: 'cx1',
  'http://www.w3.org/XML/1998/namespace': 'xml',
};

/** The prefix of names in a namespace that the reader does not know. */
export const UNKNOWN = '?';

/** The prefix by which the reader knows a namespace. */
export function knownPrefix(uri: string): string {
  return Object.hasOwn(PREFIXES, uri) ? (PREFIXES[uri] as string) : UNKNOWN;
}

/** What the prefixes of a file mean at one place; names once resolved are remembered. */
export interface Scope {
  readonly prefixes: ReadonlyMap<string, string>;
  /** Known name by the name as written. */
  readonly names: Map<string, string>;
  /** Name as written by known name, for attributes. */
  readonly written: Map<string, string>;
  /** Scopes that declarations open from here, by the declarations as written. */
  readonly inner: Map<string, Scope>;
}

/** Beyond so many names a scope remembers no more, so that a hostile part can't fill the memory. */
const REMEMBERED = 4096;

function scopeOf(prefixes: ReadonlyMap<string, string>): Scope {
  return { prefixes, names: new Map(), written: new Map(), inner: new Map() };
}

/** Nothing declared but `xml`. */
export function outermostScope(): Scope {
  return scopeOf(new Map([['xml', 'xml']]));
}

/** The scope within an element that declares `declarations`, pairs of a prefix (`''` for the default) and a name. */
export function innerScope(scope: Scope, declarations: readonly (readonly [string, string])[]): Scope {
  const key = declarations.map(([prefix, uri]) => `${prefix}=${uri}`).join(' ');
  const known = scope.inner.get(key);
  if (known !== undefined) return known;
  const prefixes = new Map(scope.prefixes);
  for (const [prefix, uri] of declarations) prefixes.set(prefix, uri === '' ? '' : knownPrefix(uri));
  const inner = scopeOf(prefixes);
  if (scope.inner.size < REMEMBERED) scope.inner.set(key, inner);
  return inner;
}

/** The known name of an element: `w:p` for `ns0:p` where `ns0` stands for WordprocessingML. */
export function elementName(scope: Scope, written: string): string {
  const known = scope.names.get(written);
  if (known !== undefined) return known;
  const colon = written.indexOf(':');
  const prefix = scope.prefixes.get(colon < 0 ? '' : written.slice(0, colon)) ?? (colon < 0 ? '' : UNKNOWN);
  const name = prefix === '' ? written : `${prefix}:${written.slice(colon + 1)}`;
  if (scope.names.size < REMEMBERED) scope.names.set(written, name);
  return name;
}

/** How a file writes the attribute that the reader knows as `w:val`. */
export function attributeName(scope: Scope, known: string): string {
  const written = scope.written.get(known);
  if (written !== undefined) return written;
  const colon = known.indexOf(':');
  const name = colon < 0 ? known : `${writtenPrefix(scope, known.slice(0, colon))}:${known.slice(colon + 1)}`;
  scope.written.set(known, name);
  return name;
}

function writtenPrefix(scope: Scope, known: string): string {
  for (const [written, prefix] of scope.prefixes) if (prefix === known && written !== '') return written;
  return UNKNOWN;
}

const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(PREFIXES)
    .reverse()
    .map(([uri, prefix]) => [prefix, uri]),
);

/** The namespace name of a prefix by which the reader knows one, that of transitional files where there are two. */
export function namespaceOf(prefix: string): string | undefined {
  return NAMES.get(prefix);
}
