/** How much a Word file may ask of the reader before it is refused. */

const MIB = 1024 * 1024;

/**
 * Bounds on the package and its parts. A file beyond one of them is refused with `UnusableInput`; each can be set by
 * the caller. With the defaults a read stays within 512 MiB and some seconds.
 */
export interface Limits {
  /** Entries of the zip archive; 10,000 unless said otherwise. */
  readonly entries: number;
  /** Bytes of one XML part once unpacked; 64 MiB. */
  readonly partBytes: number;
  /** Bytes of all entries once unpacked, media included; 512 MiB. */
  readonly totalBytes: number;
  /** How many times larger than its packed form an entry may be, once it is larger than 32 MiB; 400. */
  readonly ratio: number;
  /** Paragraphs and table cells of one part; 300,000. */
  readonly blocks: number;
  /** Pieces of one part: stretches of text, tabs, breaks, ends of fields and the like; 1,500,000. */
  readonly pieces: number;
  /** Tracked changes of one part, where they are kept; 100,000. */
  readonly marks: number;
  /** How deep XML elements may nest; 1,000. */
  readonly depth: number;
}

export const DEFAULT_LIMITS: Limits = {
  entries: 10_000,
  partBytes: 64 * MIB,
  totalBytes: 512 * MIB,
  ratio: 400,
  blocks: 300_000,
  pieces: 1_500_000,
  marks: 100_000,
  depth: 1000,
};

/** Entries up to this many bytes may be packed as tightly as they like: they do no harm. */
export const RATIO_FLOOR = 32 * MIB;

/** The defaults with what the caller set. */
export function withDefaults(limits: Partial<Limits> | undefined): Limits {
  return { ...DEFAULT_LIMITS, ...limits };
}
