/**
 * The three seeds read as plain text, held against the catalogue of their known faults. They stand beside the
 * project, not in it: without them this says so and skips.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { check, type Finding } from '../../src/check/index.ts';
import { readPlain } from '../../src/read/plain/index.ts';

const SHARED = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'shared');
const CATALOGUE = join(SHARED, 'findings.json');
const SEEDS = join(SHARED, 'seeds');

interface Known {
  readonly id: string;
  readonly seed: string;
  readonly text: string;
  readonly rule: string;
}

/** The rules that speak of each kind of fault in the catalogue. */
const SPEAKS: Readonly<Record<string, readonly string[]>> = {
  'date.weekday': ['weekday'],
  'term.near-miss': ['near-miss-term'],
  'url.domain-drift': ['near-miss-host'],
  typo: ['wrong-form', 'spelling', 'near-phrase'],
  'logic.polarity': ['polarity'],
  grammar: ['agreement', 'wrong-form'],
  'term.variant': ['term-variant', 'two-words-for-one', 'cut-short-name'],
  'text.duplicate': ['doubled-that', 'repeated-title-words', 'repeated-phrase', 'repeated-words'],
  'placeholder.open': ['open-placeholder'],
  'term.capitalisation': ['term-capitals'],
  'consistency.change-table': ['moved-as-new'],
  'acronym.undefined': ['undefined-acronym'],
  'xref.order': ['change-table-order'],
  'xref.version': ['unversioned-reference'],
  'redline.flattened': ['flattened-figure'],
  'matrix.count': ['counts', 'flattened-figure'],
  'matrix.missing-counts': ['missing-counts'],
  'matrix.name': ['service-request-name'],
  'value.variant': ['name-spacing'],
  'style.quotes': ['quotation-marks'],
  'list.conjunction': ['list-joining'],
  case: ['stray-capital'],
  'grammar.number': ['agreement'],
  'space.stray': ['spaces'],
  'xref.style': ['mixed-provision-words'],
  'date.format': ['date-format'],
  'period.count': ['period-length'],
  'document.title': ['term-variant'],
  'attachment.unreferenced': ['uncited-attachment'],
  'acronym.before-definition': ['late-acronym'],
  'list.punctuation': ['list-ending'],
  'style.question': ['question-wording'],
  'number.clash': ['shared-numbers'],
};

/** Faults that are told of a whole, not of the words that the catalogue has for them. */
const OF_A_WHOLE: ReadonlySet<string> = new Set(['xref.order', 'number.clash']);

const there = existsSync(CATALOGUE) && existsSync(SEEDS);

function readSeed(name: string): string {
  const file = readdirSync(SEEDS).find((candidate) => candidate.startsWith(name));
  return readFileSync(join(SEEDS, file ?? ''), 'utf8');
}

/** Where the catalogue's words stand in a source, whatever white space and signs stand between them. */
function spots(source: string, text: string): { start: number; end: number }[] {
  const words = text.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const gap = '(?:[\\s*_#|>]|<[^>]*>|–)+';
  return [...source.matchAll(new RegExp(words.join(gap), 'g'))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function finds(known: Known, source: string, finding: Finding): boolean {
  if (SPEAKS[known.rule]?.some((rule) => finding.rule === `check/${rule}`) !== true) return false;
  if (OF_A_WHOLE.has(known.rule)) return true;
  const { start, end } = finding.place ?? {};
  if (start === undefined || end === undefined) return false;
  return spots(source, known.text).some((spot) => spot.start < end && start < spot.end);
}

describe.skipIf(!there)('the seeds (skipped where ../shared is absent)', () => {
  const catalogue: readonly Known[] = there ? JSON.parse(readFileSync(CATALOGUE, 'utf8')) : [];
  const seeds = [...new Set(catalogue.map(({ seed }) => seed))];

  it('are found faulty by rule in four cases of five', async () => {
    const missed: string[] = [];
    for (const seed of seeds) {
      const source = readSeed(seed);
      const findings = await check(
        readPlain(source, { file: seed }, () => undefined),
        { source },
      );
      const ours = catalogue.filter((entry) => entry.seed === seed);
      const others = findings.filter(
        (finding) => finding.severity !== 'note' && !ours.some((known) => finds(known, source, finding)),
      );
      for (const { rule, place, actual } of others) {
        console.log(`${seed} beyond the catalogue: ${rule} ${place?.line}:${place?.column} ${actual ?? ''}`);
      }
      for (const known of ours) {
        const found = findings.find((finding) => finds(known, source, finding));
        console.log(`${known.id} ${found === undefined ? 'missed' : `found by ${found.rule}`} (${known.rule})`);
        if (found === undefined) missed.push(known.id);
      }
    }
    expect(missed.length).toBeLessThanOrEqual(catalogue.length * 0.2);
  });
});
