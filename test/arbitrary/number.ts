/** Finishes a generated tree: numbers in reading order, unique anchors, and cross-references that meet them. */
import type { Clause, Document, Node } from '../../src/model/document.ts';
import { mapChildLists, walk } from '../../src/model/walk.ts';

/** What an anchor may look like, in turn: slugs, and the names that Word gives its bookmarks. */
const ANCHOR_STYLES = [(n: number) => `a${n}`, (n: number) => `test-issue-${n}`, (n: number) => `_Ref${n}00`] as const;

/** Labels, ids (`?` until now) and targets (a number until now) filled in. `salt` picks fixed labels and divisions. */
export function finish(document: Document, salt: number): Document {
  const labelled = labelChildren(document, '', salt) as Document;
  const ids: string[] = [];
  const named = nameNodes(labelled, ids) as Document;
  return aimReferences(named, ids) as Document;
}

function labelChildren(node: Node, stem: string, salt: number): Node {
  const counts = { clause: 0, limb: 0, part: 0, table: 0 };
  return mapChildLists<never, never, Node>(node, (children) =>
    children.map((child) => {
      if (child.type === 'table' && child.label === '?') {
        counts.table += 1;
        return labelChildren(
          { ...child, label: `${stem === '' ? '9' : stem.split('.')[0]}.${counts.table}` },
          stem,
          salt,
        );
      }
      if (child.type !== 'clause') return labelChildren(child, stem, salt);
      counts[child.kind] += 1;
      const label = labelOf(child, counts[child.kind], stem, salt);
      const inner = child.kind === 'clause' && label !== undefined ? label : stem;
      return labelChildren({ ...child, ...fixedLabel(label, child, salt) }, inner, salt);
    }),
  );
}

function labelOf(clause: Clause, n: number, stem: string, salt: number): string | undefined {
  if (clause.kind === 'limb')
    return stem.endsWith(')') || salt % 3 === 0 ? `(${'i'.repeat(((n - 1) % 3) + 1)})` : `(${letter(n)})`;
  if (clause.kind === 'part') return (salt + n) % 2 === 0 ? undefined : `Annex ${letter(n).toUpperCase()}`;
  if (stem !== '') return `${stem}.${n}`;
  return clause.heading === undefined ? `0.${n}` : String(n);
}

function letter(n: number): string {
  return String.fromCharCode(97 + ((n - 1) % 26));
}

function fixedLabel(label: string | undefined, clause: Clause, salt: number): { label?: string; fixed?: true } {
  if (label === undefined) return {};
  return clause.kind !== 'part' && (salt + label.length) % 11 === 0 ? { label, fixed: true } : { label };
}

function nameNodes(node: Node, ids: string[]): Node {
  const style = ANCHOR_STYLES[ids.length % ANCHOR_STYLES.length] ?? ANCHOR_STYLES[0];
  const named = 'id' in node && node.id === '?' ? { ...node, id: style(ids.length) } : node;
  if (named !== node) ids.push((named as { id: string }).id);
  return mapChildLists<never, never, Node>(named, (children) => children.map((child) => nameNodes(child, ids)));
}

/** A reference where nothing has an anchor becomes plain text. */
function aimReferences(node: Node, ids: readonly string[]): Node {
  return mapChildLists<never, never, Node>(node, (children) =>
    children.map((child) => {
      if (child.type !== 'crossReference') return aimReferences(child, ids);
      const { target, text, marks } = child;
      if (ids.length === 0) return { type: 'text', value: text, ...(marks === undefined ? {} : { marks }) };
      return { ...child, target: ids[Number(target) % ids.length] as string };
    }),
  );
}

/** How many nodes a document has, to keep generated ones small. */
export function countNodes(document: Document): number {
  let count = 0;
  walk(document, () => {
    count += 1;
  });
  return count;
}
