/** Checking a version of the library: its text with the tables of its matrix in their places, and the matrix itself. */
import { type CheckOptions, check, checkMatrixMessages, type Finding, type Settings } from '../../check/index.ts';
import type { Message } from '../../message.ts';
import type { Document } from '../../model/document.ts';
import type { Library, LibraryVersion } from '../library.ts';
import { decode, readBytes, sourceOf } from '../read.ts';
import { matrixOf } from './matrix.ts';

export interface VersionFindings {
  readonly findings: readonly Finding[];
  /** What was stated while its matrix was read. */
  readonly messages: readonly Message[];
}

/**
 * The findings about a version; `text` is what was read of its file, `reported` what was stated of it then, and `onProgress` is
 * called now and then. Throws `UnusableInput` for a matrix
 * that can't be read.
 */
export async function checkVersion(
  library: Library,
  version: LibraryVersion,
  text: Document,
  settings: Partial<Settings>,
  { reported = [], onProgress = () => undefined }: Pick<CheckOptions, 'reported' | 'onProgress'> = {},
): Promise<VersionFindings> {
  const file = sourceOf(library, version);
  const matrix = await matrixOf(library, version, text);
  const source = decode(await readBytes(file), file);
  const found = await check(matrix?.document ?? text, { source, settings, reported, onProgress });
  if (matrix === undefined) return { findings: inFile(found, file.shown), messages: [] };
  const own = found.filter(({ rule, place }) => !COUNTING.has(rule) || place?.file === file.shown);
  const ofMatrix = checkMatrixMessages(matrix.reported, settings);
  return { findings: inFile([...own, ...ofMatrix], file.shown), messages: matrix.messages };
}

/** What these guess of tables with counts is known of a matrix. */
const COUNTING: ReadonlySet<string> = new Set(
  ['counts', 'flattened-figure', 'missing-counts', 'repeated-row'].map((id) => `check/${id}`),
);

/** Findings that name no file are about this one. */
export function inFile(findings: readonly Finding[], file: string): Finding[] {
  return findings.map((finding) =>
    finding.place?.file === undefined ? { ...finding, place: { ...finding.place, file } } : finding,
  );
}
