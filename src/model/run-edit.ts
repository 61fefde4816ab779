/** An edit of the text of a Word file that whoever finds it hands to whoever makes it. */

/** Takes the characters from `from` to `to` out of a run of text. */
export interface RunEdit {
  readonly part: string;
  /** UTF-16 offsets of the run in the text of the part. */
  readonly start: number;
  readonly end: number;
  /** The text of the run, and offsets in it, half-open. */
  readonly run: string;
  readonly from: number;
  readonly to: number;
}
