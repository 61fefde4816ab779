/** The rules as docs/check.md lists them, group by group, each with both of its examples. */
import { GROUPS, type Group, type MatrixExample, type PackExample } from '../../src/check/rule.ts';
import { ALL_RULES } from '../../src/check/rules.ts';

type Example = string | PackExample | MatrixExample;

/** The part of the page from its first group on. */
export function rulesTable(): string {
  return `${GROUPS.map(groupTable).join('\n\n')}\n`;
}

function groupTable(group: Group): string {
  const rules = ALL_RULES.filter((rule) => rule.group === group);
  const lines = rules.map(({ id, severity, says, good, bad }) => [
    `\`${id}\``,
    severity,
    says.replaceAll('|', '\\|'),
    shown(good, bad),
    shown(bad, good),
  ]);
  const head = ['| rule | weighs | finds | good | bad |', '| --- | --- | --- | --- | --- |'];
  const title = `### ${group[0]?.toUpperCase()}${group.slice(1)}`;
  return [title, '', ...head, ...lines.map((cells) => `| ${cells.join(' | ')} |`)].join('\n');
}

/** Examples that are longer are shown by the lines in which they differ. */
const LONG = 160;

function shown(example: Example, other: Example): string {
  const own = piecesOf(example);
  if (typeof example === 'string' && own.join(' ⏎ ').length <= LONG) return code(own);
  const others = piecesOf(other);
  const differing = own.filter((piece) => !others.includes(piece));
  const told = typeof example === 'object' && 'after' in example ? changedIn(example) : [];
  const rest = differing.length === 0 ? own : differing;
  return code([...told, ...rest.filter((piece) => !told.includes(piece))]);
}

/** The lines that an example of a pack changes. */
function changedIn({ before, after }: PackExample): string[] {
  const earlier = linesOf(before);
  return linesOf(after)
    .filter((line) => !earlier.includes(line))
    .map((line) => `after: ${line}`);
}

function piecesOf(example: Example): string[] {
  if (typeof example === 'string') return linesOf(example.replace(/^---\n.*?\n---\n/s, ''));
  return Object.entries(example).flatMap(([name, value]) => {
    if (typeof value === 'string') return linesOf(value).map((line) => `${name}: ${line}`);
    return [`${name}: ${JSON.stringify(value)}`];
  });
}

/** The lines of a text that say something. */
function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith(':::') && !/^\|(?: -+ \|)+$/.test(line));
}

function code(lines: readonly string[]): string {
  return `\`${lines.join(' ⏎ ').replaceAll('|', '\\|')}\``;
}
