/** What the form of a manifest can't say: names that are used and stand nowhere, numbers out of order, dates. */
import type { Report } from '../message.ts';
import { isBefore, parseDate } from './dates.ts';
import type { PlaceOf } from './manifest.ts';
import type { Manifest } from './manifest-keys.ts';
import { numberSections } from './sections.ts';

type Fault = (path: readonly PropertyKey[], reason: string) => void;

/** Reports what in a manifest does not fit together. */
export function checkNames(manifest: Manifest, placeOf: PlaceOf, report: Report): void {
  const fault: Fault = (path, reason) =>
    report({ severity: 'error', rule: 'assemble/manifest', reason, place: placeOf(path) });
  for (const check of CHECKS) check(manifest, fault);
}

const CHECKS: readonly ((manifest: Manifest, fault: Fault) => void)[] = [
  checkUnique,
  checkDates,
  checkQuestions,
  checkAttachments,
  checkRows,
];

function checkUnique(manifest: Manifest, fault: Fault): void {
  const sections = numberSections(manifest.sections);
  const lists: readonly (readonly [string, readonly (readonly [string, readonly PropertyKey[]])[]])[] = [
    ['section', sections.map(({ id, path }) => [id, [...path, 'id']])],
    ['question', manifest.questions.map((question, i) => [question.id, ['questions', i, 'id']])],
    ['question number', manifest.questions.map((question, i) => [question.number, ['questions', i, 'number']])],
    ['attachment', manifest.attachments.map((attachment, i) => [attachment.id, ['attachments', i, 'id']])],
    ['document', manifest.documents.map((document, i) => [document.id, ['documents', i, 'id']])],
  ];
  for (const [what, names] of lists) {
    const seen = new Set<string>();
    for (const [name, path] of names) {
      if (seen.has(name)) fault(path, `there are two entries with one name: ${what} "${name}"`);
      seen.add(name);
    }
  }
}

/** Dates that must follow one another, where the manifest has them. */
const DATES_IN_ORDER = ['issued', 'respondBy', 'amendment'] as const;

function checkDates(manifest: Manifest, fault: Fault): void {
  const given: Readonly<Record<string, string | undefined>> = manifest.dates;
  const dates = DATES_IN_ORDER.flatMap((name) => {
    const date = parseDate(given[name] ?? '');
    return date === undefined ? [] : [{ name, date }];
  });
  dates.forEach(({ name, date }, i) => {
    const earlier = dates[i - 1];
    if (earlier !== undefined && isBefore(date, earlier.date)) {
      fault(['dates', name], `the date "${name}" is before the date "${earlier.name}"`);
    }
  });
}

function checkQuestions(manifest: Manifest, fault: Fault): void {
  const sections = new Set(numberSections(manifest.sections).map(({ id }) => id));
  manifest.questions.forEach((question, i) => {
    if (!sections.has(question.section))
      fault(['questions', i, 'section'], `there is no section "${question.section}"`);
    question.documents.forEach((id, j) => {
      if (!isDocument(manifest, id)) fault(['questions', i, 'documents', j], `this pack has no document "${id}"`);
    });
  });
}

function checkAttachments(manifest: Manifest, fault: Fault): void {
  manifest.attachments.forEach((attachment, i) => {
    const path = ['attachments', i];
    if (attachment.number !== i + 1) fault([...path, 'number'], `attachment ${i + 1} is numbered ${attachment.number}`);
    if (attachment.kind === 'template' && (attachment.template === undefined || attachment.title === undefined)) {
      fault(path, 'an attachment of this kind says its template and its title');
    }
    if (attachment.kind !== 'clean' && attachment.kind !== 'change-marked') return;
    const document = manifest.documents.find(({ id }) => id === attachment.document);
    if (document === undefined) fault(path, `this pack has no document "${attachment.document ?? ''}"`);
    else if (attachment.kind === 'change-marked' && document.before === undefined) {
      fault(path, `"${document.id}" is compared with no version (before), so that nothing can be change-marked`);
    }
  });
}

function checkRows(manifest: Manifest, fault: Fault): void {
  manifest.changes.forEach((row, i) => {
    const document = manifest.documents.find(({ id }) => id === row.document);
    if (document === undefined) fault(['changes', i, 'document'], `this pack has no document "${row.document}"`);
    else if (document.before === undefined) {
      fault(['changes', i, 'document'], `"${row.document}" is compared with no version (before)`);
    }
  });
}

function isDocument(manifest: Manifest, id: string): boolean {
  return manifest.documents.some((document) => document.id === id);
}
