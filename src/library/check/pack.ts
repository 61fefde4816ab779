/** Checking a pack: its manifest against its redlines, the texts that are made of it, and the versions it proposes. */
import { openPlacesIn } from '../../assemble/index.ts';
import {
  acronymsSpeltOut,
  check,
  checkPack,
  DEFAULT_SETTINGS,
  type Finding,
  joinSettings,
  packText,
  type Settings,
} from '../../check/index.ts';
import { collect, type Message, type Report } from '../../message.ts';
import { readMarkdown } from '../../read/markdown/index.ts';
import { type Library, versionNamed } from '../library.ts';
import { isLegalTextPack } from '../pack/legal-text.ts';
import { consultationTexts } from './consultation.ts';
import { legalTextTexts } from './legal-text.ts';
import type { Checked, CheckRequest } from './request.ts';
import { checkVersion } from './version.ts';

/** Checks the pack of that name. What keeps it from being assembled is thrown as `UnusableInput`. */
export async function checkPackNamed(
  library: Library,
  { target, onProgress: progress = () => undefined }: CheckRequest,
  settings: Partial<Settings>,
): Promise<Checked> {
  const messages: Message[] = [];
  const report: Report = (message) => messages.push(message);
  progress(`Reading the pack ${target}`);
  const load = (await isLegalTextPack(library, target)) ? legalTextTexts : consultationTexts;
  const { view, texts, versions, open, known } = await load(library, target, report);
  const read = texts.map(({ file, role, source }) => {
    const { value, messages: stated } = collect((report) => readMarkdown(source, { file, mode: 'strict' }, report));
    for (const message of stated) if (message.severity === 'error') report(message);
    return { file, role, source, document: value, reported: stated.filter(({ severity }) => severity !== 'error') };
  });
  const together = [...read.map(({ document }) => document), ...[...versions.values()].map(({ text }) => text)];
  const shared = { ...settings, acronyms: [...(settings.acronyms ?? []), ...acronymsSpeltOut(together)] };
  const own = joinSettings({ ...DEFAULT_SETTINGS, ...shared }, known);
  const packTexts = read.map(({ file, role, source, document }) => packText(file, role, document, source));
  const findings: Finding[] = [...openFindings(open, settings), ...checkPack({ ...view, texts: packTexts }, settings)];
  for (const { file, source, document, reported } of read) {
    const onProgress = (): void => progress(`Checking ${file}`);
    onProgress();
    const found = await check(document, { source, settings: own, reported, onProgress });
    findings.push(...found.filter((finding) => !isOpenAlready(finding)).map(withoutFix));
  }
  for (const [id, { version, text }] of versions) {
    const onProgress = (): void => progress(`Checking ${id}`);
    onProgress();
    const found = await checkVersion(library, versionNamed(library, id, version), text, shared, { onProgress });
    findings.push(...found.findings);
    messages.push(...found.messages);
  }
  return { findings, messages };
}

/** The open places of manifest and narratives, as findings of the rule that finds them anywhere. */
function openFindings(open: readonly Message[], { rules = {} }: Partial<Settings>): Finding[] {
  const level = rules['open-placeholder'];
  if (level === 'off') return [];
  return open.map((message) => ({ ...message, rule: OPEN, ...(level === undefined ? {} : { severity: level }) }));
}

const OPEN = 'check/open-placeholder';

/** What a text has from its manifest is found there. */
function isOpenAlready({ rule, actual = '' }: Finding): boolean {
  return rule === OPEN && openPlacesIn(actual).length > 0;
}

/** A text that is assembled has no file that a fix could be made in. */
function withoutFix(finding: Finding): Finding {
  const { fix: _, ...rest } = finding;
  return rest;
}
