/** What a rule is, and what it says when it has found something. */
import type { Message, Place, Severity } from '../message.ts';
import type { Node } from '../model/document.ts';
import type { PackDates, PackRole, PackView } from './pack.ts';
import type { Passage, Subject } from './subject.ts';

/** The groups of rules, in the order in which they are listed. */
export const GROUPS = ['references', 'terms', 'dates', 'structure', 'text', 'names', 'packs'] as const;
export type Group = (typeof GROUPS)[number];

/** What a rule has found, and where: in a passage, at a node, or at a place of a file. */
export interface Found {
  /** One sentence without a full stop that a drafter understands. */
  readonly reason: string;
  readonly at?: Passage;
  /** UTF-16 offsets in the text of the passage, half-open; the whole passage where absent. */
  readonly start?: number;
  readonly end?: number;
  readonly node?: Node;
  readonly place?: Place;
  readonly cite?: string;
  /** Lighter than the rule's own, where this case is less certain. */
  readonly severity?: Severity;
  readonly actual?: string;
  readonly expected?: string;
  readonly note?: string;
  /** What may stand in place of the passage from `start` to `end` without altering what it means. */
  readonly fix?: string;
}

export type ReportFound = (found: Found) => void;

interface RuleBase {
  /** Small letters and dashes; unique among all rules. */
  readonly id: string;
  readonly group: Group;
  readonly severity: Severity;
  /** What it finds, in one sentence. */
  readonly says: string;
  /** Why it matters and what makes it a fault, for `keeling check --explain`. */
  readonly why: string;
  /** What is reported elsewhere, as by a reader, that it passes on: names of messages, as `read/uncalled-footnote`. */
  readonly passesOn?: readonly string[];
  /** How much such a message weighs here, where that is less than it says. */
  readonly weigh?: (message: Message, isFinal: boolean) => Severity;
}

/** A rule about one document. Its examples are Markdown; the bad one is found by it, the good one not. */
export interface Rule extends RuleBase {
  /** Set where it knows English words, and is left out for a text in another language. */
  readonly english?: true;
  /** What has to be loaded before it can be asked. */
  readonly needs?: readonly ('calendar' | 'speller')[];
  readonly good: string;
  readonly bad: string;
  readonly check: (subject: Subject, report: ReportFound) => void;
}

/** An example for a rule about a pack: two versions of a document, and what the pack says about it. */
export interface PackExample {
  readonly before: string;
  readonly after: string;
  /** The anchors that a row of the change table covers, and what it says. */
  readonly rows?: readonly { readonly covers: readonly string[]; readonly description: string }[];
  readonly dates?: PackDates;
  /** Legal Markdown of its texts. */
  readonly texts?: Readonly<Partial<Record<PackRole, string>>>;
}

/** A rule about a pack as a whole: what its manifest, its versions and its texts say of one another. */
export interface PackRule extends RuleBase {
  readonly good: PackExample;
  readonly bad: PackExample;
  readonly checkPack: (pack: PackView, report: ReportFound) => void;
}

/** An example for a rule about a matrix: a text, and the table and the settings that stand beside it. */
export interface MatrixExample {
  readonly text: string;
  readonly csv: string;
  /** What `<version>.matrix.yaml` says, beside the number and the file of the table. */
  readonly settings: {
    readonly listedIn?: string;
    readonly at?: string;
    readonly stated?: Readonly<Record<string, unknown>>;
  };
}

/** A rule about the matrix of a version: it passes on what is told of the matrix under these names. */
export interface MatrixRule extends RuleBase {
  readonly good: MatrixExample;
  readonly bad: MatrixExample;
  /** Names of messages, as `matrix/count`. */
  readonly passesOn: readonly string[];
}
