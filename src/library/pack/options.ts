/** What a build is told. */

/** What to build, and where. */
export interface PackOptions {
  /** The folder that holds `documents/`, and `templates/` of its own where it has any. */
  readonly root: string;
  /** The pack's name: its manifest is `documents/NAME/pack.yaml`. */
  readonly name: string;
  /** The folder that the pack becomes. */
  readonly out: string;
  /** Set where the pack is to be issued: an open place, and what a draft may lack, are then errors. */
  readonly final?: boolean;
  /** Set where attachments are in the look of the pack, though Word files of the team's own are kept beside the versions. */
  readonly house?: boolean;
  /** Has a PDF made beside each Word file, by the LibreOffice that this environment leads to. */
  readonly pdf?: Readonly<Record<string, string | undefined>>;
  /** Told what is being done, as it begins. */
  readonly onProgress?: (step: string) => void;
}
