/** Anchors and the cross-references to them: each name stands once, and each reference meets one. */

import type { Message, Report } from '../../message.ts';
import type { Document } from '../../model/document.ts';
import { crossReferences, idOf } from '../../model/links.ts';
import { walk } from '../../model/walk.ts';

/** How many dangling references are told which anchors are near: looking them up costs time. */
const MOST_SUGGESTIONS = 50;

/** Reports anchors with one name, and references that meet none: errors in Legal Markdown, else warnings. */
export function checkAnchors(document: Document, strict: boolean, report: Report): void {
  const severity = strict ? 'error' : 'warning';
  const known = reportDuplicates(document, severity, report);
  let suggested = 0;
  for (const { target, text, place } of crossReferences(document)) {
    if (known.has(target)) continue;
    suggested += 1;
    const near = suggested > MOST_SUGGESTIONS ? [] : nearNames(target, known);
    const note = near.length === 0 ? {} : { note: `did you mean ${near.map((name) => `#${name}`).join(' or ')}?` };
    const reason = `cross-reference "${text}" to #${target}, which does not exist`;
    report({ severity, rule: 'read/dangling-reference', reason, ...(place === undefined ? {} : { place }), ...note });
  }
}

function reportDuplicates(document: Document, severity: Message['severity'], report: Report): Set<string> {
  const lines = new Map<string, number | undefined>();
  walk(document, (node) => {
    const id = idOf(node);
    if (id === undefined) return;
    const place = node.type === 'document' ? undefined : node.place;
    if (!lines.has(id)) {
      lines.set(id, place?.line);
      return;
    }
    const first = lines.get(id);
    const where = first === undefined ? '' : ` (first in line ${first})`;
    report({
      severity,
      rule: 'read/duplicate-anchor',
      reason: `the anchor #${id} stands twice${where}`,
      ...(place === undefined ? {} : { place }),
    });
  });
  return new Set(lines.keys());
}

/** At most three names that differ from the one wanted in a third of its letters or less, the nearest first. */
function nearNames(wanted: string, known: ReadonlySet<string>): string[] {
  const most = Math.max(1, Math.floor(wanted.length / 3));
  const near: [string, number][] = [];
  for (const name of known) {
    if (Math.abs(name.length - wanted.length) > most || wanted.length > 60) continue;
    const distance = editDistance(wanted, name);
    if (distance <= most) near.push([name, distance]);
  }
  return near
    .sort((a, b) => a[1] - b[1])
    .slice(0, 3)
    .map(([name]) => name);
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
