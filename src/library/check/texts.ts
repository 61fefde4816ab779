/** What checking sees of a pack, whichever kind it is. */
import type { Finding, PackRole, PackView, Settings } from '../../check/index.ts';
import type { Document } from '../../model/document.ts';

/** What a pack is made of, whichever kind it is: how its rules see it, and the texts that are assembled of it. */
export interface PackTexts {
  readonly view: Omit<PackView, 'texts'>;
  readonly texts: readonly AssembledText[];
  /** The versions that it proposes, by the name of their document. */
  readonly versions: ReadonlyMap<string, { readonly version: string; readonly text: Document }>;
  /** What is still to be filled in, where the pack says so itself. */
  readonly open: readonly Finding[];
  /** What the manifest says that is known of the texts: the date of issue, names, addresses. */
  readonly known: Partial<Settings>;
}

/** A text of the pack as Legal Markdown, and the file that it becomes. */
export interface AssembledText {
  readonly file: string;
  readonly role: PackRole;
  readonly source: string;
}
