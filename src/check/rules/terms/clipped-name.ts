/** A name with a clipped word, such as `Comms Hub`, that stands in full elsewhere. */
import { capitalPhrases, singular } from '../../facts/words.ts';
import type { Rule } from '../../rule.ts';

/** Clipped words, in small letters and the singular, with what they are short for. */
const CLIPPED: Readonly<Record<string, string>> = {
  comm: 'communication',
  info: 'information',
  admin: 'administration',
  spec: 'specification',
  config: 'configuration',
  app: 'application',
  doc: 'document',
  dept: 'department',
  govt: 'government',
  mgmt: 'management',
  org: 'organisation',
  dev: 'development',
  tech: 'technical',
  max: 'maximum',
  min: 'minimum',
  ref: 'reference',
  env: 'environment',
  consult: 'consultation',
};

export const clippedName: Rule = {
  id: 'clipped-name',
  group: 'terms',
  severity: 'note',
  english: true,
  says: 'A name with a clipped word that stands in full elsewhere, such as Comms Hub for Communications Hub.',
  why: 'The full form is the name; the clipped one is speech.',
  good: 'The Communications Hub is read. Each Communications Hub counts.',
  bad: 'The Communications Hub is read. Each Comms Hub counts.',
  check: (subject, report) => {
    const full = new Map<string, string>();
    for (const { text, words } of capitalPhrases(subject).values()) full.set(keyOf(words), text);
    for (const { text, words, uses } of capitalPhrases(subject).values()) {
      if (words.length > 2 || !words.some((word) => CLIPPED[plain(word)] !== undefined)) continue;
      const expected = full.get(keyOf(words.map((word) => CLIPPED[plain(word)] ?? word)));
      const [first] = uses;
      if (expected === undefined || first === undefined || expected === text) continue;
      report({
        reason: 'a word of a name is clipped here, and stands in full elsewhere',
        ...first,
        actual: text,
        expected,
      });
    }
  },
};

function plain(word: string): string {
  return singular(word.toLowerCase().replace(/\.$/, ''));
}

function keyOf(words: readonly string[]): string {
  return words.map(plain).join(' ');
}
