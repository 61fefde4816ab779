/** Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the text. */
import type { Severity } from '../message.ts';
import type { Finding } from './finding.ts';
import { ALL_RULES } from './rules.ts';

const LEVELS = { error: 'error', warning: 'warning', note: 'note' } satisfies Record<Severity, string>;

/** The log as JSON; `baselineState` as SARIF 3.27.24 has it, where findings were held against a baseline. */
export function sarif(
  findings: readonly Finding[],
  version: string,
  stateOf?: (finding: Finding) => 'new' | 'unchanged' | 'absent',
): string {
  const rules = ALL_RULES.map((rule) => ({
    id: `check/${rule.id}`,
    shortDescription: { text: rule.says },
    defaultConfiguration: { level: LEVELS[rule.severity] },
  }));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'keeling', version, rules } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => resultOf(finding, stateOf?.(finding))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf(finding: Finding, baselineState: string | undefined) {
  const details = [
    finding.reason,
    finding.actual === undefined ? undefined : `found ${finding.actual}`,
    finding.expected === undefined ? undefined : `expected ${finding.expected}`,
    finding.note,
  ].filter((detail) => detail !== undefined);
  return {
    ruleId: finding.rule,
    level: LEVELS[finding.severity],
    message: { text: details.join('; ') },
    ...(baselineState === undefined ? {} : { baselineState }),
    locations: [locationOf(finding)],
  };
}

function locationOf({ place, cite }: Finding) {
  const region = {
    ...(place?.line === undefined ? {} : { startLine: place.line }),
    ...(place?.line === undefined || place.column === undefined ? {} : { startColumn: place.column }),
    ...(place?.start === undefined ? {} : { charOffset: place.start }),
    ...(place?.start === undefined || place.end === undefined ? {} : { charLength: place.end - place.start }),
  };
  const uri = [place?.file, place?.part].filter((piece) => piece !== undefined).join('#');
  return {
    ...(uri === ''
      ? {}
      : {
          physicalLocation: {
            artifactLocation: { uri: encodeURI(uri) },
            ...(Object.keys(region).length === 0 ? {} : { region }),
          },
        }),
    ...(cite === undefined ? {} : { logicalLocations: [{ name: cite }] }),
  };
}
