/** The page of a rule: what it finds and why, an example, and how to switch it off. */
import type { MatrixExample, PackExample } from './rule.ts';
import { ALL_RULES } from './rules.ts';

const WEIGHT = {
  error: 'error: nothing in the text can make it right',
  warning: 'warning: look at it; it is mostly a slip',
  note: 'note: a matter of style, or a guess',
} as const;

/** The page as plain text; `undefined` where there is no such rule. */
export function explain(id: string): string | undefined {
  const rule = ALL_RULES.find((one) => one.id === id.replace(/^check\//, ''));
  if (rule === undefined) return undefined;
  const lines = [
    `${rule.id} (${rule.group})`,
    '',
    rule.says,
    '',
    rule.why,
    '',
    `Weighs as ${WEIGHT[rule.severity]}. Where a case is less certain, it weighs less.`,
    ...('english' in rule && rule.english === true ? ['It is asked of English texts only.'] : []),
    '',
    'Found:',
    ...shown(rule.bad),
    '',
    'Not found:',
    ...shown(rule.good),
    '',
    'To weigh it otherwise or switch it off:',
    `  in keeling.config.yaml:  check: { rules: { ${rule.id}: off } }   (or note, warning, error)`,
    `  in the front matter:     properties: { check: "${rule.id}: off" }`,
    `  before one paragraph:    <!-- keeling-ignore ${rule.id}: the reason -->`,
  ];
  return `${lines.join('\n')}\n`;
}

function shown(example: string | PackExample | MatrixExample): string[] {
  const text = typeof example === 'string' ? example : JSON.stringify(example, null, 2);
  return text.split('\n').map((line) => `  | ${line}`.trimEnd());
}
