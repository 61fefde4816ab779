/** Checking what a user names: a version, a file of any format we read, a plain text, or a whole pack. */
import { extname, resolve } from 'node:path';
import { byPlace } from '../../check/finding.ts';
import {
  type CheckOptions,
  check,
  DEFAULT_SETTINGS,
  type Finding,
  isPassedOn,
  joinSettings,
  type Settings,
  surveyOf,
} from '../../check/index.ts';
import { collect, type Message, UnusableInput } from '../../message.ts';
import type { Document } from '../../model/document.ts';
import { readMarkdown } from '../../read/markdown/index.ts';
import { readPlain } from '../../read/plain/index.ts';
import type { Library } from '../library.ts';
import { didYouMean, isDocumentName } from '../names.ts';
import { packNames } from '../pack/load.ts';
import { decode, readBytes, readSource, resolveReference, type Source } from '../read.ts';
import { checkPackNamed } from './pack.ts';
import type { Checked, CheckRequest, Mendable } from './request.ts';
import { settingsBeside, settingsOfLibrary } from './settings.ts';
import { checkVersion, inFile, type VersionFindings } from './version.ts';

export type { Checked, CheckRequest, Mendable } from './request.ts';

/** Checks a target with the settings beside it, or of the library. Throws `UnusableInput` where it can't be read. */
export async function checkTarget(library: Library, request: CheckRequest): Promise<Checked> {
  const packs = await packNames(library);
  if (packs.includes(request.target)) {
    const { settings, file } = await settingsOfLibrary(library.root);
    return {
      ...(await checkPackNamed(library, request, settings)),
      ...(file === undefined ? {} : { settingsFile: file }),
    };
  }
  refuseUnknown(library, packs, request.target);
  const source = sourceNamed(library, request);
  const found =
    source.version === undefined
      ? await settingsBeside(source.file, library.root)
      : await settingsOfLibrary(library.root);
  request.onProgress?.(`Reading ${request.target}`);
  const bytes = await readBytes(source);
  const text = TEXTS.has(extname(source.file).toLowerCase()) ? decode(bytes, source) : undefined;
  const { document, messages } = await readDocument(source, text);
  const onProgress = (): void => request.onProgress?.(`Checking ${request.target}`);
  onProgress();
  const { settings } = found;
  const left = await leftoversOf(source, bytes);
  const passed = {
    reported: [...messages.filter(({ severity }) => severity !== 'error'), ...left],
    settings,
    onProgress,
  };
  const checked =
    source.version === undefined
      ? await checkFile(document, { ...passed, ...(await ofFormat(document, source, bytes)) }, text, source)
      : await checkVersion(library, source.version, document, settings, passed);
  const rest = [...messages.filter((message) => !isReported(message)), ...checked.messages];
  const mendable = mendableOf(source, text, bytes, settings);
  return {
    // An error of a reader decides the exit status, and so it is a finding in every format.
    findings: [...rest.filter(({ severity }) => severity === 'error'), ...checked.findings].sort(byPlace),
    messages: rest.filter(({ severity }) => severity !== 'error'),
    ...(mendable === undefined ? {} : { mendable }),
    survey: surveyOf(document, joinSettings(DEFAULT_SETTINGS, settings)),
    ...(found.file === undefined ? {} : { settingsFile: found.file }),
  };
}

/** What of a document was guessed, or typed where Word counts. */
async function ofFormat(document: Document, { file }: Source, bytes: Uint8Array): Promise<CheckOptions> {
  const ending = extname(file).toLowerCase();
  if (ending === '.txt') return { guessed: true };
  if (!WORD.has(ending)) return {};
  const { typedLabels } = await import('../../read/docx/typed-labels.ts');
  return { typed: typedLabels(document, bytes) };
}

/** Comments, tracked changes and highlighting in a Word file. */
async function leftoversOf({ file }: Source, bytes: Uint8Array): Promise<readonly Message[]> {
  if (!WORD.has(extname(file).toLowerCase())) return [];
  const { leftovers } = await import('../../read/docx/leftovers.ts');
  return leftovers(bytes);
}

const WORD: ReadonlySet<string> = new Set(['.docx', '.docm', '.dotx', '.dotm']);

function mendableOf(
  source: Source,
  text: string | undefined,
  bytes: Uint8Array,
  settings: Partial<Settings>,
): Mendable | undefined {
  const { file } = source;
  if (text === undefined) return WORD.has(extname(file).toLowerCase()) ? { kind: 'word', file, bytes } : undefined;
  const recheck = async (changed: string) => {
    const { document } = await readChanged(source, changed);
    return check(document, {
      source: changed,
      settings,
      ...(extname(file).toLowerCase() === '.txt' ? { guessed: true } : {}),
    });
  };
  return { kind: 'text', file, text, recheck };
}

async function readChanged(source: Source, text: string): Promise<{ readonly document: Document }> {
  if (extname(source.file).toLowerCase() === '.txt')
    return { document: readPlain(text, { file: source.shown }, () => undefined) };
  const mode = source.version === undefined ? 'auto' : 'strict';
  return { document: readMarkdown(text, { file: source.shown, mode }, () => undefined) };
}

/** Throws `UnusableInput` where a target is the name of neither a pack nor a document, naming those that are near. */
function refuseUnknown(library: Library, packs: readonly string[], target: string): void {
  const names = [...packs, ...library.documents.map(({ name }) => name)];
  if (!isDocumentName(target) || extname(target) !== '' || names.includes(target) || names.length === 0) return;
  const reason = `there is no pack and no document "${target}"`;
  const note = didYouMean(target, names) ?? `there is ${names.slice(0, 20).join(', ')}`;
  throw new UnusableInput({ severity: 'error', rule: 'library/unknown-document', reason, note });
}

/** Files whose places are offsets in their text. */
const TEXTS: ReadonlySet<string> = new Set(['.md', '.markdown', '.txt']);

function sourceNamed(library: Library, { target, folder }: CheckRequest): Source {
  if (extname(target).toLowerCase() === '.txt') return { file: resolve(folder, target), shown: target };
  return resolveReference(library, target, folder);
}

async function readDocument(
  source: Source,
  text: string | undefined,
): Promise<{ readonly document: Document; readonly messages: readonly Message[] }> {
  if (text !== undefined && extname(source.file).toLowerCase() === '.txt') {
    const { value, messages } = collect((report) => readPlain(text, { file: source.shown }, report));
    return { document: value, messages };
  }
  const { value, messages } = await readSource(source);
  return { document: value, messages };
}

async function checkFile(
  document: Document,
  options: CheckOptions,
  text: string | undefined,
  source: Source,
): Promise<VersionFindings> {
  const findings = await check(document, text === undefined ? options : { ...options, source: text });
  const named = inFile(findings, source.shown);
  return { findings: text === undefined ? await numbered(named, source) : named, messages: [] };
}

/** Findings in a Word file with the numbers of their paragraphs. */
async function numbered(findings: readonly Finding[], source: Source): Promise<readonly Finding[]> {
  if (!findings.some(({ place }) => place?.part !== undefined)) return findings;
  const { withParagraphs } = await import('../../read/docx/paragraphs.ts');
  return withParagraphs(findings, await readBytes(source));
}

/** What a reader refuses stays its own; what it only tells is left to the rule that finds it. */
function isReported(message: Message): boolean {
  return message.severity !== 'error' && isPassedOn(message);
}
