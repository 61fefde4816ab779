/** What every stage of building a redline needs to know, made once for two documents. */

import type { Terms } from '../align/tokens.ts';
import type { Report } from '../message.ts';
import type { Node } from '../model/document.ts';
import type { Anchor } from '../model/links.ts';
import type { Draft, Ledger } from './ledger.ts';
import type { Pairing } from './pairing.ts';
import type { Plans } from './plan.ts';
import type { Recorder } from './recorder.ts';
import type { ReferenceIndex } from './references.ts';
import type { Unit, Vocabulary } from './units.ts';

/** Which of the two documents. */
export type SideName = 'before' | 'after';

export interface Context {
  readonly ledger: Ledger;
  /** Keeps what is decided for those who ask for more than the redline. */
  readonly recorder: Recorder;
  readonly pairing: Pairing;
  readonly vocabulary: Vocabulary;
  readonly terms: Terms;
  readonly references: ReferenceIndex;
  readonly report: Report | undefined;
  /** Whether marked runs stay apart as their sides have them. */
  readonly keepsRuns: boolean;
  /** Hears of each pair of blocks that were found. */
  readonly paired: (before: Node, after: Node) => void;
  /** A number for a token key, the same for the same key. */
  readonly keyNumber: (key: string) => number;
  /** A name for what an anchor of one side means: the same on both sides where they mean a pair. */
  readonly targetKey: (id: string, side: SideName) => string;
  /** The node of one side that has an anchor, and its citation. */
  readonly anchor: (id: string, side: SideName) => Anchor | undefined;
  /** How the lists of each pair go together. */
  readonly plans: Plans;
  /** The change by which each unit of after was moved; one for a block of units moved together. */
  readonly moves: Map<Unit, Draft>;
  /** The last change that tables count by: what was inserted, deleted or moved with a table in it. */
  readonly tables: { last: Draft | undefined };
}
