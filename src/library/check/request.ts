/** What is to be checked, and what was found. */
import type { Finding } from '../../check/index.ts';
import type { Message } from '../../message.ts';

export interface CheckRequest {
  /** `svtad@1.5`, the name of a pack, or the path of a .md, .docx, .json or .txt file. */
  readonly target: string;
  /** The folder that paths are relative to. */
  readonly folder: string;
  /** Told what is being done, as it begins and while it goes on. */
  readonly onProgress?: (step: string) => void;
}

/** What was found, and what the findings can be mended in. */
export interface Checked {
  readonly findings: readonly Finding[];
  /** What the readers had to say. */
  readonly messages: readonly Message[];
  /** The file whose text the fixes are offsets in; absent for Word files, JSON and packs. */
  readonly mendable?: { readonly file: string; readonly text: string };
}
