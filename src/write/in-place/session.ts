/** What one redline is made with: both packages, the comparison, and what is being written. */
import type { Report } from '../../message.ts';
import type { Document } from '../../word/document.ts';
import type { Output } from '../../word/output.ts';
import type { Resources } from '../../word/resources/resources.ts';
import type { Element, Part } from '../../word/tree.ts';
import type { Line, LineRules } from './lines/lines.ts';
import type { BookmarkWriter } from './marks/bookmarks.ts';
import type { Controls } from './marks/controls.ts';
import type { Marker } from './package/marker.ts';
import type { Decisions } from './pairing/decisions.ts';
import type { Comments } from './parts/comments.ts';

export interface Session {
  readonly before: Document;
  readonly after: Document;
  /** What the comparison decided of both files. */
  readonly decisions: Decisions;
  readonly rules: LineRules;
  /** Whether moves are marked as such, or as what went and what came. */
  readonly moves: 'apart' | 'native';
  readonly marker: Marker;
  readonly output: Output;
  readonly resources: Resources;
  /** Puts bookmarks of before that come along where they stood. */
  readonly bookmarks: BookmarkWriter;
  /** The name in after of a bookmark that before refers to. */
  readonly anchor: (name: string) => string;
  readonly report: Report;
  /** Whether cells that came or went are marked, or the rows that hold them replaced. */
  readonly cells: 'mark' | 'replace';
  /** Gives the id of a note of before in after's part, to which it is brought. */
  readonly bringNote: (kind: NoteKind, from: Part, id: string) => string;
  /** Compares two notes whose calls stay, or marks one whose call has come. */
  readonly pairNotes: (kind: NoteKind, before: string | undefined, after: string) => void;
  /** Says that a paragraph mark stays, so that a section which it ends is the same on both sides. */
  readonly pairSections: (before: Line, after: Line) => void;
  /** Says that tracked changes of an earlier author cannot stand beside ours; the redline is then made anew without. */
  readonly unkept: (part: Part, marks: readonly Element[]) => void;
  /** Brings the comments on a stretch of before that goes. */
  readonly bringComments: Comments['bring'];
  readonly controls: Controls;
  /** Formatting told apart by what it says, remembered by what is written. */
  readonly formats: Map<string, string>;
}

export type NoteKind = 'footnote' | 'endnote';
