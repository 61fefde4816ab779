/**
 * Keeling as a library. Readers make a `Document`, `compare` makes a `Redline` of two, writers take a redline;
 * what a reader has to say goes to a `Report`, which `collect` gathers.
 */
export { applyAmendment, draft as draftAmendment, parseAmendment } from './amend/index.ts';
export { check, type Finding } from './check/index.ts';
export { compare } from './compare/index.ts';
export { type Imported, type ImportOptions, importVersion } from './library/import/index.ts';
export { inForce } from './library/in-force.ts';
export { type Library, type LibraryDocument, type LibraryVersion, openLibrary } from './library/library.ts';
export { type MarkedFile, readMarked, resolveMarked } from './library/marked/index.ts';
export { type LoadedMatrix, loadMatrix, matrixVersion } from './library/matrix.ts';
export { loadShapes } from './library/matrix-shapes.ts';
export { buildPack, type PackOptions, type PackResult } from './library/pack/index.ts';
export { type ReadOptions, readReference } from './library/read.ts';
export { redlineWordFiles } from './library/word-redline.ts';
export { countsOf, differenceOf, matrixFromCsv, matrixFromTable, verifyCounts, verifyMatrix } from './matrix/index.ts';
export {
  collect,
  formatMessage,
  hasErrors,
  type Message,
  type Outcome,
  type Place,
  type Report,
  type Severity,
  UnusableInput,
} from './message.ts';
export { citations } from './model/cite.ts';
export { acceptAll, type Decision, decide, rejectAll } from './model/decide.ts';
export type * from './model/document.ts';
export { firstDifference, sameDocument } from './model/equal.ts';
export type { PictureData, PictureStore } from './model/picture.ts';
export {
  type Change,
  type ChangeId,
  type ChangeKind,
  cleanRedline,
  type ExcerptPart,
  type Locus,
  type Redline,
  type Revision,
  type Weight,
} from './model/redline.ts';
export { type LabelChange, type Renumbered, renumber } from './model/renumber.ts';
export { plainText, walk } from './model/walk.ts';
export { readDocx, readDocxRedline } from './read/docx/index.ts';
export { type FormField, readForm } from './read/form/index.ts';
export { readJson } from './read/json.ts';
export { readMarkdown } from './read/markdown/index.ts';
export { type Brand, readBrand } from './word/brand/index.ts';
export { type DocxOptions, writeDocx } from './write/docx/index.ts';
export { writeHtml } from './write/html/index.ts';
export { type InPlaceOptions, listTracked, settleTracked, type TrackedChange } from './write/in-place/index.ts';
export { writeJson, writeRedlineJson } from './write/json.ts';
export { writeMarkdown } from './write/markdown/index.ts';
