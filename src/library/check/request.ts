/** What is to be checked, and what was found. */
import type { Finding, Survey } from '../../check/index.ts';
import type { Message } from '../../message.ts';

export interface CheckRequest {
  /** `svtad@1.5`, the name of a pack, or the path of a .md, .docx, .json or .txt file. */
  readonly target: string;
  /** The folder that paths are relative to. */
  readonly folder: string;
  /** Called with what is being done, as it begins and while it goes on. */
  readonly onProgress?: (step: string) => void;
}

/** What was found, and what the findings can be mended in. */
export interface Checked {
  /** What the rules found, and the errors of the readers. */
  readonly findings: readonly Finding[];
  /** What else the readers reported. */
  readonly messages: readonly Message[];
  /** The text that the fixes are offsets in; absent for JSON and packs. */
  readonly mendable?: Mendable;
  readonly survey?: Survey;
  /** The file of the settings that were used, where there is one. */
  readonly settingsFile?: string;
}

/** A file that can be mended: a text, or a Word file. */
export type Mendable =
  | {
      readonly kind: 'text';
      readonly file: string;
      readonly text: string;
      /** What would be found in the file if it had this text. */
      readonly recheck: (text: string) => Promise<readonly Finding[]>;
    }
  | { readonly kind: 'word'; readonly file: string; readonly bytes: Uint8Array };
