/** References to what is not there. */
import type { Clause, Node } from '../../../model/document.ts';
import { walk } from '../../../model/walk.ts';
import { type TypedReference, typedReferences } from '../../facts/references.ts';
import type { ReportFound, Rule } from '../../rule.ts';
import { anchorsOf, type Subject } from '../../subject.ts';

export const danglingReference: Rule = {
  id: 'dangling-reference',
  group: 'references',
  severity: 'error',
  says: 'A reference to a provision, table, footnote or anchor that does not exist.',
  good: '# 1 Terms {#terms}\n\nSee [Clause 1](#terms).',
  bad: '# 1 Terms {#terms}\n\nSee [Clause 2](#gone).',
  check: (subject, report) => {
    linked(subject, report);
    typed(subject, report);
  },
};

function linked(subject: Subject, report: ReportFound): void {
  const known = anchorsOf(subject);
  for (const at of subject.passages) {
    for (const { inline, start, text } of at.pieces) {
      if (inline.type !== 'crossReference' || known.has(inline.target)) continue;
      // A piece of a template: its target is made where it is put in.
      if (text.includes('{{')) continue;
      const reason = `a cross-reference leads to "#${inline.target}", which does not exist`;
      // A bookmark of Word may stand where the model has no place for it.
      const severity = inline.place?.part === undefined ? 'error' : 'warning';
      report({ reason, at, start, end: start + text.length, actual: text, severity });
    }
  }
}

/** Most typed references have to be found, or the document does not speak of itself. */
const TRUSTED = 0.8;
const ENOUGH = 5;
/** Of these a document means its own, where it has any; fewer references are told as a note. */
const NAMED: ReadonlySet<string> = new Set(['Table', 'Figure', 'Annex', 'Appendix', 'Schedule']);

/** A typed reference is held against the document only where nearly all others of its word are found there. */
function typed(subject: Subject, report: ReportFound): void {
  const labels = labelsOf(subject);
  const own = typedReferences(subject).filter((reference) => !reference.linked && reference.qualified === undefined);
  for (const word of new Set(own.map((reference) => reference.word))) {
    const known = labels.get(word === subject.document.meta.provision ? 'provision' : word);
    const references = own.filter((reference) => reference.word === word);
    const few = references.length < ENOUGH;
    if (known === undefined || (few && !NAMED.has(word))) continue;
    const missing = references.filter((reference) => !isKnown(reference, known));
    if (!few && missing.length > references.length * (1 - TRUSTED)) continue;
    const severity = few ? 'note' : 'warning';
    for (const { at, start, end, number } of missing) {
      const reason = `there is no ${word} ${number} in this document`;
      report({ reason, at, start, end, severity, actual: at.text.slice(start, end) });
    }
  }
}

/** What a reference cites, or what that stands in: limbs are not looked for. */
function isKnown(reference: TypedReference, known: ReadonlySet<string>): boolean {
  return known.has(reference.number.replace(/\(.*$/, ''));
}

/** The labels of a document by the word that cites them. */
function labelsOf(subject: Subject): Map<string, Set<string>> {
  const labels = new Map<string, Set<string>>();
  const add = (word: string, label: string): void => {
    labels.set(word, (labels.get(word) ?? new Set()).add(label));
  };
  walk(subject.document, (node: Node) => {
    if (node.type === 'table' && node.label !== undefined) add(node.word ?? 'Table', node.label);
    if (node.type === 'clause' && node.label !== undefined && node.kind !== 'limb') addClause(node, add);
  });
  return labels;
}

function addClause(clause: Clause, add: (word: string, label: string) => void): void {
  const label = (clause.label as string).replace(/\.$/, '');
  const named = /^([A-Z][a-z]+)\s+(\S+)$/.exec(label);
  if (named === null) add('provision', label);
  else add(named[1] as string, named[2] as string);
}
