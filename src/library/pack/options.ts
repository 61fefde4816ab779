/** What a build is told. */

/** What to build, and where. */
export interface PackOptions {
  /** The folder that holds `documents/` and `templates/`. */
  readonly root: string;
  /** The pack's name: its manifest is `documents/NAME/pack.yaml`. */
  readonly name: string;
  /** The folder that the pack becomes. */
  readonly out: string;
  /** Has a PDF made beside each Word file, by the LibreOffice that this environment leads to. */
  readonly pdf?: Readonly<Record<string, string | undefined>>;
  /** Told what is being done, as it begins. */
  readonly onProgress?: (step: string) => void;
}
