/** A manifest and its narratives, drafted from a comparison, so that a new pack builds at once. */
import type { Document } from '../../model/document.ts';
import { anchors } from '../../model/links.ts';
import type { Change } from '../../model/redline.ts';
import { plainText } from '../../model/walk.ts';
import { openPlace } from '../open-place.ts';
import { capitalised } from '../wording.ts';
import { type DraftedRow, draftRows, literal, type RowGroup } from './rows.ts';

/** A document of the new pack, and how it differs from the version before, where there is one. */
export interface DraftDocument {
  readonly id: string;
  readonly after: string;
  readonly before?: string;
  readonly versions: { readonly after: Document; readonly before?: Document };
  readonly changes: readonly Change[];
}

/** What a new pack is drafted from. */
export interface DraftRequest {
  readonly kind: 'consultation' | 'plain';
  readonly documents: readonly DraftDocument[];
  readonly tracked: { readonly author: string; readonly date: string };
  /** Keys of a manifest that the library's settings say already. */
  readonly shared: ReadonlySet<string>;
}

/** A pack as it is drafted: the manifest as plain values, and its narratives by the name of their file. */
export interface DraftedPack {
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly narratives: ReadonlyMap<string, string>;
  /** Changes that no row covers, since nothing around them has an anchor. */
  readonly unanchored: readonly { readonly document: string; readonly change: Change }[];
}

/** How many groups have a question and a section each; where there are more, each document has one. */
const MOST_GROUPS = 10;

/** A group of changes with a section, and a question, of its own. */
interface Topic {
  readonly id: string;
  readonly title: string;
  readonly documents: readonly string[];
  readonly rows: readonly DraftedRow[];
}

/** Drafts a consultation, or a plain pack that says what changes and asks nothing. */
export function draftPack(request: DraftRequest): DraftedPack {
  const drafted = request.documents.map((document) => ({ document, ...draftRows(document.id, document.changes) }));
  const topics = topicsOf(drafted);
  const parts = request.kind === 'plain' ? plainPack(request, topics) : consultation(request, topics);
  return {
    ...parts,
    unanchored: drafted.flatMap(({ document, unanchored }) =>
      unanchored.map((change) => ({ document: document.id, change })),
    ),
  };
}

function topicsOf(
  drafted: readonly { readonly document: DraftDocument; readonly groups: readonly RowGroup[] }[],
): Topic[] {
  const taken = new Set(RESERVED);
  const count = drafted.reduce((sum, { groups }) => sum + groups.length, 0);
  return drafted.flatMap(({ document, groups }) => {
    if (groups.length === 0) return [];
    if (count > MOST_GROUPS) {
      const rows = groups.flatMap((group) => group.rows);
      return [{ id: unique(document.id, taken), title: `${nameOf(document.id)}`, documents: [document.id], rows }];
    }
    const several = drafted.length > 1;
    return groups.map(({ anchor, rows }) => ({
      id: unique(anchor, taken),
      title: `${several ? `${nameOf(document.id)}: ` : ''}${literal(titleOf(document, anchor))}`,
      documents: [document.id],
      rows,
    }));
  });
}

/** Names that the sections of a drafted pack have. */
const RESERVED = ['introduction', 'changes', 'next-steps', 'respond', 'attachments', 'drafting-changes', 'versions'];

/** A name of small letters, digits and dashes that is not taken. */
function unique(text: string, taken: Set<string>): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const stem = plain === '' ? 'changes' : plain;
  let name = stem;
  for (let i = 2; taken.has(name); i++) name = `${stem}-${i}`;
  taken.add(name);
  return name;
}

/** The heading of a provision, or how it is cited. */
function titleOf({ versions }: DraftDocument, anchor: string): string {
  const found = anchors(versions.after).get(anchor) ?? anchors(versions.before ?? versions.after).get(anchor);
  if (found === undefined) return anchor;
  const { node, cite } = found;
  const heading = node.type === 'clause' && node.heading !== undefined ? plainText(node.heading).trim() : '';
  if (heading !== '') return heading;
  return cite === '' ? anchor : capitalised(cite);
}

/** `{{documents.code.short}}`, whatever the document is called. */
function nameOf(id: string, key = 'short'): string {
  return `{{documents.${/^[A-Za-z][\w-]*$/.test(id) ? id : `[${id}]`}.${key}}}`;
}

type Parts = Pick<DraftedPack, 'manifest' | 'narratives'>;

function consultation(request: DraftRequest, topics: readonly Topic[]): Parts {
  const { documents, shared } = request;
  const names = documents.map(({ id }) => nameOf(id, 'title'));
  const manifest = {
    kind: 'consultation',
    title: `Consultation on changes to ${listed(names)}`,
    summary: `Proposed changes to ${listed(documents.map(versionPhrase))}`,
    ...(shared.has('status') ? {} : { status: 'draft' }),
    ...(shared.has('contact') ? {} : { contact: openPlace('the e-mail address for responses') }),
    dates: {
      issued: openPlace('the date of issue, as 2026-01-31'),
      respondBy: openPlace('the last day for responses, as 2026-02-27T17:00'),
    },
    tracked: request.tracked,
    parties: [openPlace('the categories of party that may be affected')],
    documents: documents.map(versionsOf),
    sections: [
      { id: 'introduction', title: 'Introduction', file: 'introduction.md' },
      changesSection(topics),
      { id: 'next-steps', title: 'Next steps', file: 'next-steps.md' },
      { id: 'respond', title: 'How to respond', file: 'respond.md' },
      { id: 'attachments', title: 'Attachments', file: 'attachments.md' },
    ],
    questions: topics.map((topic, i) => questionOf(topic, i + 1)),
    attachments: attachmentsOf(documents, true),
    changes: topics.flatMap(({ rows }) => rows),
  };
  const narratives = new Map([
    ['introduction.md', INTRODUCTION],
    ...changesTexts(topics),
    ['next-steps.md', NEXT_STEPS],
    ['respond.md', '{{> respond form=(attachment "response-template")}}\n'],
    ['attachments.md', '{{> attachments}}\n'],
  ]);
  return { manifest, narratives };
}

function plainPack(request: DraftRequest, topics: readonly Topic[]): Parts {
  const { documents, shared } = request;
  const manifest = {
    kind: 'plain',
    title: `Changes to ${listed(documents.map(({ id }) => nameOf(id, 'title')))}`,
    summary: `Changes to ${listed(documents.map(versionPhrase))}`,
    ...(shared.has('status') ? {} : { status: 'draft' }),
    dates: { issued: openPlace('the date of issue, as 2026-01-31') },
    tracked: request.tracked,
    documents: documents.map(versionsOf),
    sections: [
      { id: 'introduction', title: 'About these changes', file: 'introduction.md' },
      { id: 'changes', title: 'The changes', file: 'changes.md' },
      { id: 'attachments', title: 'Attachments', file: 'attachments.md' },
    ],
    attachments: attachmentsOf(documents, false),
    changes: topics.flatMap(({ rows }) => rows),
  };
  const narratives = new Map([
    ['introduction.md', PLAIN_INTRODUCTION],
    ['changes.md', topics.length === 0 ? NO_CHANGES : CHANGES],
    ['attachments.md', '{{> attachments}}\n'],
  ]);
  return { manifest, narratives };
}

function changesSection(topics: readonly Topic[]): Readonly<Record<string, unknown>> {
  const sections = topics.map(({ id, title }) => ({ id, title, file: `topic-${id}.md` }));
  const changes = { id: 'changes', title: 'Proposed changes', file: 'changes.md' };
  return sections.length === 0 ? changes : { ...changes, sections };
}

function changesTexts(topics: readonly Topic[]): [string, string][] {
  return [
    ['changes.md', topics.length === 0 ? NO_CHANGES : CHANGES],
    ...topics.map(({ id }): [string, string] => [`topic-${id}.md`, `${openPlace('what is proposed here, and why')}\n`]),
  ];
}

function questionOf({ id, documents }: Topic, number: number): Readonly<Record<string, unknown>> {
  const text =
    'Do you agree with the changes proposed in this section, and with their drafting? Please give your reasons.';
  return { id, number: `Q${number}`, section: id, documents, text };
}

function attachmentsOf(documents: readonly DraftDocument[], asks: boolean): readonly unknown[] {
  const kinds = documents.flatMap(({ id, before }) => [
    { id: unique(`${id}-clean`, new Set()), kind: 'clean', document: id },
    ...(before === undefined ? [] : [{ id: unique(`${id}-marked`, new Set()), kind: 'change-marked', document: id }]),
  ]);
  const all = asks ? [...kinds, { id: 'response-template', kind: 'response-template' }] : kinds;
  return all.map((attachment, i) => ({ number: i + 1, ...attachment }));
}

function versionsOf({ id, before, after }: DraftDocument): Readonly<Record<string, unknown>> {
  return { id, ...(before === undefined ? {} : { before }), after };
}

function versionPhrase({ id }: DraftDocument): string {
  return `${nameOf(id, 'title')} (version ${nameOf(id, 'version')})`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

const VERSIONS = `[Table {{section.number}}.1](#versions) names {{choose documents "the version" "the versions"}} concerned.

{{> versions number=(concat section.number ".1") id="versions"}}
`;

const INTRODUCTION = `${openPlace('why these changes are proposed, and on whose behalf')}

${VERSIONS}
{{> parties}}
`;

const PLAIN_INTRODUCTION = `${openPlace('why these changes are made')}

${VERSIONS}`;

const CHANGES = `[Figure {{section.number}}.1](#drafting-changes) lists the changes. References are to the numbering of {{choose documents "the proposed version" "the proposed versions"}}. Renumbering, cross-references that follow from it and typographical changes are not listed; the change-marked {{choose documents "attachment shows" "attachments show"}} everything.

{{> change-table number=(concat section.number ".1") id="drafting-changes" title="Overview of the changes"}}
`;

const NO_CHANGES = `${openPlace('what is proposed, and why')}\n`;

const NEXT_STEPS = `This consultation closes at {{deadline dates.respondBy}}. ${openPlace('what will happen then, and when the changes would take effect')}
`;
