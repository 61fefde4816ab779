/** What checking a document covered, and what it left out: said at its end, so that silence is not taken for approval. */
import type { Document } from '../model/document.ts';
import { isEnglish } from './facts/language.ts';
import { RULES } from './rules.ts';
import type { Settings } from './settings.ts';
import { subjectOf } from './subject.ts';

export interface Survey {
  readonly paragraphs: number;
  readonly words: number;
  /** How many rules were asked. */
  readonly rules: number;
  /** What was not checked, each in a few words. */
  readonly leftOut: readonly string[];
}

export function surveyOf(document: Document, settings: Settings): Survey {
  const subject = subjectOf(document, settings);
  const english = isEnglish(subject);
  const asked = RULES.filter(
    ({ id, english: needs, severity }) => (settings.rules[id] ?? severity) !== 'off' && (english || needs !== true),
  );
  const off = RULES.filter(({ id }) => settings.rules[id] === 'off').map(({ id }) => id);
  return {
    paragraphs: subject.passages.length,
    words: subject.passages.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0),
    rules: asked.length,
    leftOut: [
      ...(english
        ? []
        : [
            `${RULES.filter((rule) => rule.english === true).length} rules that know English words, since the text is not English`,
          ]),
      ...(off.length === 0 ? [] : [`rules that the settings switch off (${off.join(', ')})`]),
      ...(subject.passages.some(({ text }) => text.includes('\uFFFC')) ? ['code'] : []),
    ],
  };
}
