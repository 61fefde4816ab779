/** References to what is not there. */
import { linkedAnchors } from '../../facts/anchors.ts';
import { listedAttachments } from '../../facts/attachments.ts';
import { ATTACHED, GENERIC, provisionsNamed } from '../../facts/provisions.ts';
import { isAmending, isQuoted } from '../../facts/quotations.ts';
import { type TypedReference, typedReferences } from '../../facts/references.ts';
import type { ReportFound, Rule } from '../../rule.ts';
import { anchorsOf, type Subject } from '../../subject.ts';

export const danglingReference: Rule = {
  id: 'dangling-reference',
  group: 'references',
  severity: 'error',
  says: 'A reference to a provision, table, footnote or anchor that does not exist.',
  why: 'A reader who follows it finds nothing. A link is an error where the document sets its own anchors ({#id}); a typed number is a warning where the document numbers provisions of that kind, since it may be meant of another document.',
  good: '# 1 Terms {#terms}\n\nSee [Clause 1](#terms).',
  bad: '# 1 Terms {#terms}\n\nSee [Clause 2](#gone).',
  check: (subject, report) => {
    linked(subject, report);
    typed(subject, report);
  },
};

function linked(subject: Subject, report: ReportFound): void {
  const own = anchorsOf(subject);
  const { known, isLegalMarkdown } = linkedAnchors(subject);
  for (const at of subject.passages) {
    for (const { inline, start, text } of at.pieces) {
      if (inline.type !== 'crossReference' || own.has(inline.target) || known.has(inline.target.toLowerCase()))
        continue;
      // A piece of a template: its target is made where it is put in.
      if (/\{\{|[{}$<>]/.test(text + inline.target)) continue;
      const reason = `a cross-reference leads to "#${inline.target}", which does not exist`;
      // A bookmark of Word may stand where the model has no place for it; other Markdown may get its anchors elsewhere.
      const certain = inline.place?.part === undefined && isLegalMarkdown;
      report({ reason, at, start, end: start + text.length, actual: text, severity: certain ? 'error' : 'warning' });
    }
  }
}

/** Of so many references to provisions that are not there, a document speaks of another one. */
const FEW = 0.34;

function typed(subject: Subject, report: ReportFound): void {
  const own = typedReferences(subject).filter(
    ({ linked: isLinked, qualified }) => !isLinked && qualified === undefined,
  );
  for (const word of new Set(own.map((reference) => reference.word))) {
    if (word === 'Question' || word === 'Part') continue;
    const references = own.filter((reference) => reference.word === word);
    const missing = references.filter((reference) => !isKnown(reference, subject));
    const some = references.length > missing.length;
    if (missing.length === 0) continue;
    if (!some && !ATTACHED.has(word)) continue;
    if (missing.length > references.length * FEW && !(ATTACHED.has(word) && missing.length < 4)) continue;
    for (const reference of missing) reportTyped(reference, subject, some, report);
  }
  for (const reference of own) reportLimb(reference, subject, report);
}

function reportTyped(reference: TypedReference, subject: Subject, some: boolean, report: ReportFound): void {
  const { at, start, end, word, number } = reference;
  const foreign = isQuoted(subject, at, start, end) || isAmending(at) || at.kind === 'heading';
  const known = provisionsNamed(subject, word);
  const listed = ATTACHED.has(word) && listedAttachments(subject).length > 1;
  const lettered =
    /^[A-Z]$/.test(number) && ![...(known?.keys() ?? [])].some((label) => /^[A-Z]$/.test(label)) && !listed;
  const note =
    foreign ||
    subject.guessed === true ||
    lettered ||
    !(some || listed) ||
    (GENERIC.has(word) && isFar(number, known)) ||
    at.kind === 'note';
  const reason = `there is no ${word} ${number} in this document`;
  report({ reason, at, start, end, severity: note ? 'note' : 'warning', actual: at.text.slice(start, end) });
}

/** Whether a number is far above all that the document has, so that it is rather one of another document. */
function isFar(number: string, known: ReadonlyMap<string, unknown> | undefined): boolean {
  const first = Number.parseInt(number, 10);
  const highest = Math.max(0, ...[...(known?.keys() ?? [])].map((label) => Number.parseInt(label, 10) || 0));
  return first > highest * 3 + 12;
}

/** What a reference cites, or the provision that it is a part of. */
function isKnown({ word, number }: TypedReference, subject: Subject): boolean {
  const known = provisionsNamed(subject, word);
  const plain = number.replace(/\(.*$/, '').toUpperCase();
  if (known === undefined) return false;
  return (
    known.has(plain) || known.has(number) || known.has(`${plain}(${number.slice(plain.length + 1)}`) || known.size === 0
  );
}

const LIMB = /^\((\w{1,4})\)/;

/** `Clause 5.2(f)`, where the limbs of Clause 5.2 end at (d). */
function reportLimb(reference: TypedReference, subject: Subject, report: ReportFound): void {
  const { at, start, end, word, number } = reference;
  const plain = number.replace(/\(.*$/, '');
  const limb = LIMB.exec(number.slice(plain.length))?.[1] ?? limbBefore(at.text.slice(0, start));
  const [provision, another] = provisionsNamed(subject, word)?.get(plain) ?? [];
  if (limb === undefined || provision === undefined || another !== undefined || provision.limbs.size < 2) return;
  if (provision.limbs.has(limb.toLowerCase()) || /^\d/.test(limb) !== /^\d/.test([...provision.limbs][0] ?? '')) return;
  if (isQuoted(subject, at, start, end) || isAmending(at)) return;
  const reason = `${word} ${plain} has no limb (${limb})`;
  // Where Word counts, or the structure was guessed, limbs may stand where the model has none.
  const typed =
    subject.guessed !== true &&
    (provision.node.type !== 'clause' ||
      provision.node.place?.part === undefined ||
      subject.typed?.has(provision.node) === true);
  report({ reason, at, start, end, severity: typed ? 'warning' : 'note', actual: at.text.slice(start, end) });
}

/** `paragraph (f) of` before a reference. */
function limbBefore(before: string): string | undefined {
  return /\b(?:paragraph|limb|item|sub-?paragraph|sub-?clause)\s+\((\w{1,4})\)\s+of\s+$/i.exec(before)?.[1];
}
