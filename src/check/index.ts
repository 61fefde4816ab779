/**
 * Checking: what a careful legal reviewer would find in a document. `check` asks every rule of `rules.ts` that is
 * switched on; the same document and settings give the same findings.
 */
import type { Message, Place } from '../message.ts';
import type { Document, Node } from '../model/document.ts';
import { loadCalendar } from './calendar.ts';
import { acronyms } from './facts/acronyms.ts';
import { statedDates } from './facts/dates.ts';
import { isFinal } from './facts/final.ts';
import { englishOf, isEnglish } from './facts/language.ts';
import { isOwnProse } from './facts/quotations.ts';
import { byPlace, type Finding } from './finding.ts';
import type { Ignored } from './ignore.ts';
import { exactRange, type Lines, linesOf, placeOf } from './locate.ts';
import type { PackRole, PackText, PackView } from './pack.ts';
import type { Found, MatrixRule, PackRule, Rule } from './rule.ts';
import { MATRIX_RULES, PACK_RULES, RULE_IDS, RULES } from './rules.ts';
import { DEFAULT_SETTINGS, joinSettings, type Level, type Settings, settingsOf } from './settings.ts';
import { loadSpeller } from './speller.ts';
import { pieceAt, type Subject, subjectOf } from './subject.ts';

export { applyFixes, type Edit, type Finding } from './finding.ts';
export { type GroupedFinding, grouped } from './grouping.ts';
export type { PackDates, PackDocumentView, PackRole, PackRow, PackText, PackView } from './pack.ts';
export { DEFAULT_SETTINGS, joinSettings, readSettings, type Settings } from './settings.ts';
export { type Survey, surveyOf } from './survey.ts';
export { RULE_IDS };

export interface CheckOptions {
  /** The text that the document was read from, so that findings have lines, columns and fixes. */
  readonly source?: string;
  readonly settings?: Partial<Settings>;
  /** Set for a plain text, of which headings, lists and numbers are guessed. */
  readonly guessed?: true;
  /** The provisions of a Word file whose numbers were typed; Word counts the others. */
  readonly typed?: ReadonlySet<Node>;
  /** What was reported while the document was read: rules pass on what they hear. */
  readonly reported?: readonly Message[];
  /** Told what is being done, as it begins. */
  readonly onProgress?: (step: string) => void;
}

/** The findings about one document, in its order. */
export async function check(document: Document, options: CheckOptions = {}): Promise<Finding[]> {
  const reported: Message[] = [];
  const own = settingsOf(document.meta, RULE_IDS, { line: 1 }, (message) => reported.push(message));
  const settings = joinSettings(joinSettings(DEFAULT_SETTINGS, options.settings ?? {}), own);
  const prepared: Subject = {
    ...subjectOf(document, settings, options.source),
    ...(options.guessed === true ? { guessed: true } : {}),
    ...(options.typed === undefined ? {} : { typed: options.typed }),
  };
  const english = isEnglish(prepared);
  const rules = RULES.filter((rule) => levelOf(rule, settings) !== 'off' && (english || rule.english !== true));
  const subject = await withNeeds(prepared, rules, reported);
  const lines = options.source === undefined ? undefined : linesOf(options.source);
  const findings: Finding[] = [
    ...reported,
    ...passedOn(rules, options.reported ?? [], settings, isFinal(document.meta, settings)),
  ];
  const used = new Set<Ignored>();
  for (const rule of rules) {
    options.onProgress?.(`Asking ${rule.id}`);
    let count = 0;
    rule.check(subject, (found) => {
      count += 1;
      if (count > MOST) return;
      const ignored = subject.ignored.find((entry) => entry.rules.includes(rule.id) && isAbout(entry, found));
      if (ignored === undefined) findings.push(findingOf(rule, found, subject, lines));
      else used.add(ignored);
    });
    if (count > MOST) findings.push(tooMany(rule, count));
  }
  findings.push(...ignoreFindings(subject, used));
  if (!english) findings.push(notEnglish());
  return dedupe(withoutTwins(findings).sort(byPlace));
}

/** So many findings of one rule are kept. */
const MOST = 2_000;

function tooMany(rule: Rule, count: number): Message {
  const reason = `${rule.id} found ${count} faults, of which the first ${MOST} are reported`;
  return { severity: 'note', rule: 'check/too-many', reason };
}

/** The abbreviations that documents spell out or define, for others that are read together with them. */
export function acronymsSpeltOut(documents: readonly Document[]): string[] {
  return documents.flatMap((document) =>
    [...acronyms(subjectOf(document, DEFAULT_SETTINGS)).values()]
      .filter(({ expansions }) => expansions.length > 0)
      .map(({ text }) => text),
  );
}

/** The findings about a pack as a whole; those about its documents are found by `check`. */
export function checkPack(pack: PackView, settings: Partial<Settings> = {}): Finding[] {
  const joined = joinSettings(DEFAULT_SETTINGS, settings);
  const findings: Finding[] = [];
  for (const rule of PACK_RULES) {
    if (levelOf(rule, joined) === 'off') continue;
    rule.checkPack(pack, (found) => findings.push(packFinding(rule, found, pack, joined)));
  }
  return findings.sort(byPlace);
}

/** A finding in a text of the pack is placed there; its file is named, since no place of an assembled text does. */
function packFinding(rule: PackRule, found: Found, pack: PackView, settings: Settings): Message {
  const { at } = found;
  const text = at === undefined ? undefined : pack.texts.find(({ subject }) => subject.passages[at.index] === at);
  if (at === undefined || text === undefined) return messageOf(rule, found, settings, found.place);
  const { file, subject } = text;
  const place = placeOf(found, subject, subject.source === undefined ? undefined : linesOf(subject.source));
  const cite = found.cite ?? at.cite;
  return messageOf(rule, cite === '' ? found : { ...found, cite }, settings, { ...place, file });
}

/** A text of a pack, made ready: `source` is the text that the document was read from. */
export function packText(file: string, role: PackRole, document: Document, source: string): PackText {
  return { file, role, subject: subjectOf(document, DEFAULT_SETTINGS, source) };
}

/** The findings about the matrix of a version: `messages` are what is reported of it, by the names that rules hear. */
export function checkMatrixMessages(messages: readonly Message[], settings: Partial<Settings> = {}): Finding[] {
  const joined = joinSettings(DEFAULT_SETTINGS, settings);
  return passedOn(
    MATRIX_RULES.filter((rule) => levelOf(rule, joined) !== 'off'),
    messages,
    joined,
  );
}

/** Whether a rule tells itself what a reader reported, so that it need not be stated twice. */
export function isPassedOn({ rule }: Message): boolean {
  return rule === 'read/unequal-rows' || RULES.some(({ passesOn }) => passesOn?.includes(rule) === true);
}

/** Messages as findings of the rules that hear them. */
function passedOn(
  rules: readonly (Rule | MatrixRule)[],
  messages: readonly Message[],
  settings: Settings,
  final = false,
): Finding[] {
  return messages.flatMap((message): Finding[] => {
    const rule = rules.find(({ passesOn }) => passesOn?.includes(message.rule) === true);
    if (rule === undefined) return [];
    const { rule: _, place, severity, ...stated } = message;
    const weight = ('weigh' in rule ? rule.weigh?.(message, final) : undefined) ?? severity;
    return [
      messageOf(
        rule,
        { ...stated, severity: 'weigh' in rule && rule.weigh !== undefined ? weight : lighter(weight, rule.severity) },
        settings,
        place,
      ),
    ];
  });
}

function levelOf(rule: Rule | PackRule | MatrixRule, settings: Settings): Level {
  return settings.rules[rule.id] ?? rule.severity;
}

async function withNeeds(subject: Subject, rules: readonly Rule[], reported: Message[]): Promise<Subject> {
  const needs = new Set(rules.flatMap((rule) => rule.needs ?? []));
  const { holidays } = subject.settings;
  // It takes a fifth of a second to load, and most documents state no date.
  const dated = needs.has('calendar') && statedDates(subject).length > 0;
  const calendar = dated ? await loadCalendar(holidays) : undefined;
  if (dated && calendar === undefined) reported.push(unknownNation(holidays));
  return {
    ...subject,
    ...(calendar === undefined ? {} : { calendar }),
    ...(needs.has('speller')
      ? { speller: await loadSpeller(englishOf(subject) === 'american' ? 'any' : englishOf(subject)) }
      : {}),
  };
}

function unknownNation(nation: string): Message {
  return {
    severity: 'error',
    rule: 'check/settings',
    reason: `the public holidays of "${nation}" are not known, so Working Days are not counted`,
    expected: 'GB-ENG, GB-WLS, GB-SCT, GB-NIR or another nation of ISO 3166',
  };
}

/** The places of English rules in a text that is not English are empty: that is reported once. */
function notEnglish(): Message {
  return {
    severity: 'note',
    rule: 'check/language',
    reason: 'the text is not English, so the rules that know English words were left out',
  };
}

function isAbout(ignored: Ignored, found: Found): boolean {
  const { nodes } = ignored;
  if (nodes === undefined) return false;
  const chain: Node[] = found.at === undefined ? [] : [found.at.node, ...found.at.ancestors];
  if (found.node !== undefined) chain.push(found.node);
  return chain.some((node) => nodes.has(node));
}

function findingOf(rule: Rule, found: Found, subject: Subject, lines: Lines | undefined): Finding {
  const place = placeOf(found, subject, lines);
  const node = found.at?.node ?? found.node;
  const cite = found.cite ?? found.at?.cite ?? (node === undefined ? undefined : subject.cites.get(node));
  const whole = { ...found, ...(cite === undefined || cite === '' ? {} : { cite }) };
  const message = messageOf(rule, whole, subject.settings, place);
  const fix = found.fix === undefined ? undefined : editOf(found, subject, lines);
  const wordFix = found.fix === undefined ? undefined : wordEditOf(found, subject);
  return { ...message, ...(fix === undefined ? {} : { fix }), ...(wordFix === undefined ? {} : { wordFix }) };
}

/** The same in a run of a Word file: what is mended there is taken out. */
function wordEditOf({ at, start, end, fix }: Found, subject: Subject): Finding['wordFix'] {
  if (at === undefined || start === undefined || end === undefined || fix === undefined) return undefined;
  const piece = pieceAt(at, start);
  const place = piece?.inline.place;
  if (
    piece?.inline.type !== 'text' ||
    place?.part === undefined ||
    place.start === undefined ||
    place.end === undefined
  )
    return undefined;
  if (!isOwnProse(subject, at, start, end) || end > piece.start + piece.text.length) return undefined;
  if (!at.text.slice(start, end).startsWith(fix) || piece.text !== piece.inline.value) return undefined;
  const from = start + fix.length - piece.start;
  return { part: place.part, start: place.start, end: place.end, run: piece.text, from, to: end - piece.start };
}

/** An edit is made only where the source has, letter by letter, what the passage has, and where the words are its own. */
function editOf(found: Found, subject: Subject, lines: Lines | undefined): Finding['fix'] {
  const { at, start, end, fix } = found;
  if (at === undefined || start === undefined || end === undefined || fix === undefined) return undefined;
  if (!isOwnProse(subject, at, start, end)) return undefined;
  const range = exactRange(found, subject, lines);
  if (range === undefined || subject.source?.slice(range.start, range.end) !== at.text.slice(start, end))
    return undefined;
  return { ...range, text: fix };
}

const WEIGHT = { note: 0, warning: 1, error: 2 } as const;

/** A setting that a rule weighs less lowers what it says less surely too; one that it weighs more raises the rest. */
function messageOf(
  rule: Rule | PackRule | MatrixRule,
  found: Found,
  settings: Settings,
  place: Place | undefined,
): Message {
  const set = settings.rules[rule.id];
  const own = found.severity ?? rule.severity;
  const limit = set === undefined || set === 'off' ? own : found.severity === undefined ? set : lighter(set, own);
  return {
    severity: limit,
    rule: `check/${rule.id}`,
    reason: found.reason,
    ...(place === undefined ? {} : { place }),
    ...(found.cite === undefined ? {} : { cite: found.cite }),
    ...(found.actual === undefined ? {} : { actual: found.actual }),
    ...(found.expected === undefined ? {} : { expected: found.expected }),
    ...(found.note === undefined ? {} : { note: found.note }),
  };
}

function lighter(a: keyof typeof WEIGHT, b: keyof typeof WEIGHT): keyof typeof WEIGHT {
  return WEIGHT[a] <= WEIGHT[b] ? a : b;
}

/** What is wrong with the comments that switch rules off. */
function ignoreFindings(subject: Subject, used: ReadonlySet<Ignored>): Message[] {
  return subject.ignored.flatMap((ignored): Message[] => {
    const say = (reason: string): Message => ({
      severity: 'warning',
      rule: 'check/ignore',
      reason,
      ...(ignored.place === undefined ? {} : { place: ignored.place }),
    });
    const unknown = ignored.rules.filter((rule) => !RULE_IDS.has(rule));
    const messages = unknown.map((rule) => say(`the comment switches off "${rule}", which is no rule`));
    if (ignored.reason === '') messages.push(say('a comment that switches a rule off does not say why'));
    if (unknown.length === 0 && !used.has(ignored)) {
      messages.push({ ...say('a comment switches off a rule that finds nothing here'), severity: 'note' });
    }
    return messages;
  });
}

/** A rule that says the same twice of one place is heard once. */
function dedupe(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    if (finding.place?.start === undefined) return true;
    const key = `${finding.rule}\0${finding.place.file}\0${finding.place.part}\0${finding.place.start}\0${finding.reason}\0${finding.actual}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A broken field is reported by the reader, and the error that it prints by the rule: the error alone is kept. */
function withoutTwins(findings: readonly Finding[]): Finding[] {
  const errors = findings.filter(({ rule, severity }) => rule === 'check/broken-field' && severity === 'error');
  if (errors.length === 0) return [...findings];
  return findings.filter(
    (finding) =>
      finding.rule !== 'check/broken-field' ||
      finding.severity === 'error' ||
      !errors.some((error) => overlaps(error.place, finding.place)),
  );
}

function overlaps(a: Place | undefined, b: Place | undefined): boolean {
  if (
    a?.start === undefined ||
    a.end === undefined ||
    b?.start === undefined ||
    b.end === undefined ||
    a.part !== b.part
  )
    return false;
  return a.start < b.end && b.start < a.end;
}
