/** Dates of a pack that can't be meant: what the rules about dates find in its texts when it is built. */
import { type PackPiece, parseDate } from '../../assemble/index.ts';
import { check, RULE_IDS, type Settings } from '../../check/index.ts';
import type { Message } from '../../message.ts';
import type { Document } from '../../model/document.ts';
import { settingsOfLibrary } from '../check/settings.ts';
import type { Library } from '../library.ts';

/** The rules that find dates which can't be meant; those about how a date is written are left to checking. */
const DATE_RULES: ReadonlySet<string> = new Set([
  'date-before-issue',
  'deadline-day',
  'disagreeing-dates',
  'impossible-date',
  'period-length',
  'respond-by',
  'weekday',
]);

/** A text of the pack with the Markdown that it was read from. */
export interface DatedText {
  readonly piece: Extract<PackPiece, { kind: 'text' }>;
  readonly document: Document;
}

/**
 * A deadline on a Sunday or a bank holiday, a date before issue, a period that its dates do not give: each once. `issued` is
 * the date of issue as the manifest says it.
 */
export async function dateWarnings(
  library: Library,
  texts: readonly DatedText[],
  issued: string | undefined,
): Promise<Message[]> {
  const known = issued === undefined || parseDate(issued) === undefined ? {} : { issued: issued.slice(0, 10) };
  const settings = { ...datesOnly((await settingsOfLibrary(library.root)).settings), ...known };
  const found = new Map<string, Message>();
  for (const { piece, document } of texts) {
    for (const finding of await check(document, { source: piece.source, settings })) {
      if (!DATE_RULES.has(finding.rule.replace(/^check\//, ''))) continue;
      const { fix: _, ...message } = finding;
      const key = `${message.rule} ${message.reason} ${message.actual ?? ''}`;
      if (found.has(key)) continue;
      const place = { ...message.place, file: `${piece.file}.md` };
      found.set(key, { ...message, place, severity: message.severity === 'note' ? 'note' : 'warning' });
    }
  }
  return [...found.values()];
}

/** The settings of the library with all rules off that are not about dates. */
function datesOnly(settings: Partial<Settings>): Partial<Settings> {
  const off = [...RULE_IDS].filter((rule) => !DATE_RULES.has(rule)).map((rule) => [rule, 'off'] as const);
  return { ...settings, rules: { ...settings.rules, ...Object.fromEntries(off) } };
}
