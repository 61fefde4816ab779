/** Sections (17.6): page set-up, and the headers and footers that take effect in each. */
import { attributeOf, type CanonicalNode, childNodes } from './canonical.ts';
import { effective, readProperties } from './properties.ts';
import type { StoryReading } from './reading.ts';
import type { AccountBoundary, AccountStory } from './types.ts';

const APART: ReadonlySet<string> = new Set(['w:headerReference', 'w:footerReference']);

const PAGES: Readonly<Record<string, string>> = { default: 'the pages', first: 'first pages', even: 'even pages' };

/** Where a section ends: its set-up, and the headers and footers in effect; those without text count as none. */
export function sectionBoundary(story: StoryReading, node: CanonicalNode): AccountBoundary {
  const { headers } = story.reading;
  for (const child of childNodes(node)) {
    const header = APART.has(child.name) ? headerOf(story, child) : undefined;
    if (header !== undefined) headers.set(header.what, header);
  }
  const facets = Object.fromEntries(effective(readProperties(node, APART)));
  const shown = [...headers.values()].filter((header) => !isBlank(header)).sort((a, b) => (a.what < b.what ? -1 : 1));
  return { kind: 'boundary', what: 'section', opens: true, paragraph: node.paragraph, facets, inner: shown };
}

function isBlank({ units }: AccountStory): boolean {
  return units.every((unit) => unit.kind === 'paragraph' && unit.items.length === 0);
}

function headerOf({ reading, part, story }: StoryReading, node: CanonicalNode): AccountStory | undefined {
  const kind = node.name === 'w:headerReference' ? 'header' : 'footer';
  const target = reading.source.relationships(part).get(attributeOf(node, 'r:id') ?? '')?.target;
  const root = reading.source.part(target);
  if (target === undefined || root === undefined) return undefined;
  const type = attributeOf(node, 'w:type') ?? 'default';
  const what = `${kind} of ${PAGES[type] ?? type}`;
  const known = reading.headerStories.get(root);
  const made = known ?? story(target, root, what);
  reading.headerStories.set(root, made);
  return made.what === what ? made : { ...made, what };
}
