/** The sections of a consultation, numbered by their place: `2`, `2.1`, `2.1.1`. */
import type { PackSection } from './manifest-keys.ts';

/** A section with the number of its place. */
export interface NumberedSection {
  readonly id: string;
  readonly number: string;
  /** 1 for a section, 2 for a section within it. */
  readonly depth: number;
  readonly title: string;
  readonly file?: string;
  /** Whether its paragraphs take part where paragraphs are numbered. */
  readonly numbered: boolean;
  /** Where the manifest says it: the path of keys and indices. */
  readonly path: readonly PropertyKey[];
}

/** All sections, in the order in which they are printed. */
export function numberSections(
  sections: readonly PackSection[],
  path: readonly PropertyKey[] = ['sections'],
  parent?: { readonly number: string; readonly depth: number },
): NumberedSection[] {
  return sections.flatMap((section, i) => {
    const number = parent === undefined ? `${i + 1}` : `${parent.number}.${i + 1}`;
    const depth = (parent?.depth ?? 0) + 1;
    const { id, title, file, numbered } = section;
    const here = { id, number, depth, title, numbered, path: [...path, i], ...(file === undefined ? {} : { file }) };
    return [here, ...numberSections(section.sections ?? [], [...here.path, 'sections'], here)];
  });
}
