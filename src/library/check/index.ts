/** Checking what a user names: a version, a file of any format we read, a plain text, or a whole pack. */
import { extname, resolve } from 'node:path';
import { type CheckOptions, check, type Finding, isPassedOn } from '../../check/index.ts';
import { collect, type Message, UnusableInput } from '../../message.ts';
import type { Document } from '../../model/document.ts';
import { readPlain } from '../../read/plain/index.ts';
import type { Library } from '../library.ts';
import { didYouMean, isDocumentName } from '../names.ts';
import { packNames } from '../pack/load.ts';
import { decode, readBytes, readSource, resolveReference, type Source } from '../read.ts';
import { checkPackNamed } from './pack.ts';
import type { Checked, CheckRequest } from './request.ts';
import { loadCheckSettings } from './settings.ts';
import { checkVersion, inFile, type VersionFindings } from './version.ts';

export type { Checked, CheckRequest } from './request.ts';

/** Checks a target with the settings of the library. Throws `UnusableInput` where it can't be read. */
export async function checkTarget(library: Library, request: CheckRequest): Promise<Checked> {
  const settings = await loadCheckSettings(library.root);
  const packs = await packNames(library);
  if (packs.includes(request.target)) return checkPackNamed(library, request, settings);
  refuseUnknown(library, packs, request.target);
  const source = sourceNamed(library, request);
  request.onProgress?.(`Reading ${request.target}`);
  const bytes = TEXTS.has(extname(source.file).toLowerCase()) ? await readBytes(source) : undefined;
  const text = bytes === undefined ? undefined : decode(bytes, source);
  const { document, messages } = await readDocument(source, text);
  const reported = messages.filter(({ severity }) => severity !== 'error');
  const onProgress = (): void => request.onProgress?.(`Checking ${request.target}`);
  onProgress();
  const found =
    source.version === undefined
      ? await checkFile(document, { reported, settings, onProgress }, text, source)
      : await checkVersion(library, source.version, document, settings, { reported, onProgress });
  return {
    findings: found.findings,
    messages: [...messages.filter((message) => !isTold(message)), ...found.messages],
    ...(text === undefined ? {} : { mendable: { file: source.file, text } }),
  };
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
function isTold(message: Message): boolean {
  return message.severity !== 'error' && isPassedOn(message);
}
