/** Findings as SARIF 2.1.0 (OASIS), in the form that code hosts and editors show beside the text. */
import { createHash } from 'node:crypto';
import type { Place, Severity } from '../message.ts';
import type { Finding } from './finding.ts';
import type { GroupedFinding } from './grouping.ts';
import { ALL_RULES } from './rules.ts';

const LEVELS = { error: 'error', warning: 'warning', note: 'note' } satisfies Record<Severity, string>;

/** The log as JSON; `baselineState` as SARIF 3.27.24 has it, where findings were held against a baseline. */
export function sarif(
  findings: readonly GroupedFinding[],
  version: string,
  stateOf?: (finding: Finding) => 'new' | 'unchanged' | 'absent',
): string {
  const fingerprintOf = fingerprints();
  const own = ALL_RULES.map((rule) => ({
    id: `check/${rule.id}`,
    name: rule.id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: rule.says },
    fullDescription: { text: rule.why },
    help: {
      text: `${rule.why} Run "keeling check --explain ${rule.id}" for an example and for how to switch it off.`,
    },
    defaultConfiguration: { level: LEVELS[rule.severity] },
  }));
  const known = new Set(own.map(({ id }) => id));
  const others = [...new Set(findings.map(({ rule }) => rule))].filter((rule) => !known.has(rule)).sort();
  const rules = [
    ...own,
    ...others.map((id) => ({
      id,
      shortDescription: { text: `What ${id.split('/')[0]} reports: ${id.split('/')[1] ?? id}.` },
    })),
  ];
  const indices = new Map(rules.map(({ id }, i) => [id, i]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'keeling', version, rules } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => ({
          ...resultOf(finding, stateOf?.(finding)),
          ruleIndex: indices.get(finding.rule) ?? -1,
          partialFingerprints: { 'keeling/v1': fingerprintOf(finding) },
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** A name for each finding that stays when lines move: its rule, provision and words, and a number where those come again. */
function fingerprints(): (finding: Finding) => string {
  const seen = new Map<string, number>();
  return ({ rule, cite, actual, reason, place }) => {
    const key = [rule, place?.file ?? '', cite ?? '', actual ?? reason].join('\0');
    const number = (seen.get(key) ?? 0) + 1;
    seen.set(key, number);
    return `${createHash('sha256').update(key).digest('hex').slice(0, 32)}:${number}`;
  };
}

function resultOf(finding: GroupedFinding, baselineState: string | undefined) {
  const { place, cite } = finding;
  const word =
    place?.part === undefined
      ? undefined
      : `in ${place.part}${place.paragraph === undefined ? '' : `, paragraph ${place.paragraph}`}`;
  const details = [
    finding.reason,
    finding.actual === undefined ? undefined : `found ${finding.actual}`,
    finding.expected === undefined ? undefined : `expected ${finding.expected}`,
    finding.note,
    word,
  ].filter((detail) => detail !== undefined);
  const fix = fixOf(finding);
  return {
    ruleId: finding.rule,
    level: LEVELS[finding.severity],
    message: { text: details.join('; ') },
    ...(baselineState === undefined ? {} : { baselineState }),
    locations: [locationOf(place, cite)],
    ...(finding.also === undefined || finding.also.length === 0
      ? {}
      : { relatedLocations: finding.also.map((other, id) => ({ id: id + 1, ...locationOf(other, undefined) })) }),
    ...(fix === undefined ? {} : { fixes: [fix] }),
  };
}

function locationOf(place: Place | undefined, cite: string | undefined) {
  const names = [
    ...(cite === undefined ? [] : [{ name: cite, kind: 'provision' }]),
    ...(place?.part === undefined
      ? []
      : [
          {
            name: `paragraph ${place.paragraph ?? 1}`,
            fullyQualifiedName: `${place.part}#${place.paragraph ?? 1}`,
            kind: 'paragraph',
          },
        ]),
  ];
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(place?.file ?? '') }, region: regionOf(place) },
    ...(names.length === 0 ? {} : { logicalLocations: names }),
  };
}

/** A Word file has no lines: the number of the paragraph stands for one, since a viewer wants a line and it stays the same. */
function regionOf(place: Place | undefined) {
  if (place?.part !== undefined || place?.line === undefined)
    return { startLine: place?.paragraph ?? place?.line ?? 1 };
  return {
    startLine: place.line,
    ...(place.column === undefined ? {} : { startColumn: place.column }),
    ...(place.start === undefined ? {} : { charOffset: place.start }),
    ...(place.start === undefined || place.end === undefined ? {} : { charLength: place.end - place.start }),
  };
}

/** A path from the working folder, each step of it percent-encoded. */
function uriOf(file: string): string {
  const steps = file.split(/[\\/]/).filter((step, i) => step !== '.' && (step !== '' || i === 0));
  return steps.map((step) => encodeURIComponent(step).replace(/%40/g, '@')).join('/') || 'unknown';
}

function fixOf({ fix, place, rule }: Finding) {
  if (fix === undefined || place?.file === undefined) return undefined;
  const region = { charOffset: fix.start, charLength: fix.end - fix.start };
  const replacements = [{ deletedRegion: region, insertedContent: { text: fix.text } }];
  return {
    description: { text: `Mend ${rule.replace('check/', '')}` },
    artifactChanges: [{ artifactLocation: { uri: uriOf(place.file) }, replacements }],
  };
}
