/** `keeling matrix tests`: the tests that a group must run, and what an amendment does to them. */
import { extname, resolve } from 'node:path';
import { Command } from 'commander';
import type { MatrixVersion, ObligationDifference, Obligations, RequiredTest, Scenario } from '../../matrix/index.ts';
import { UnusableInput } from '../../message.ts';
import { type Context, usage, writeOutput } from '../context.ts';
import { colours, print, tell } from '../io.ts';
import { columns, examples } from '../text.ts';
import { readSoundMatrix } from './matrix-input.ts';

interface TestsOptions {
  readonly role?: string;
  readonly scenario?: string;
  readonly all?: true;
  readonly out?: string;
  readonly before?: string;
  readonly json?: true;
}

export function testsCommand(context: Context): Command {
  return new Command('tests')
    .description(
      'Lists the tests of a scenario by row, column and what they are run on, and counts them. With --before, says what ' +
        'the amendment adds and takes away. With --all, counts them for every group and scenario in one table. A matrix ' +
        'with rows of another group than their table is refused: their tests would be those of the wrong group.',
    )
    .argument('<version>', 'document@version')
    .option('--role <role>', 'the group, such as the User Role ED')
    .option('--scenario <id>', 'the scenario, as the matrix of the version names it')
    .option('--all', 'every group and scenario')
    .option('--before <version>', 'the version to compare with')
    .option('--out <file>', 'with --all: a .csv or .xlsx file to write')
    .option('--json', 'the result as JSON')
    .action((version: string, options: TestsOptions) => tests(context, version, options))
    .addHelpText(
      'after',
      examples(
        'keeling matrix tests appendix-r@6.18 --role ED --scenario new-user',
        'keeling matrix tests appendix-r@6.18mp089 --role ED --scenario additive-nov-19 --before appendix-r@6.18',
        'keeling matrix tests appendix-r@6.18mp089 --all --before appendix-r@6.18 --out tests.xlsx',
      ),
    );
}

async function tests(context: Context, reference: string, options: TestsOptions): Promise<void> {
  const version = await readSoundMatrix(context, reference);
  const before = options.before === undefined ? undefined : await readSoundMatrix(context, options.before);
  await refuseMisplaced(version, before);
  if (before !== undefined) await refuseMisplaced(before, undefined);
  if (options.all === true) await allTests(context, version, before, options);
  else await testsOfOne(context, version, before, options);
}

/** Throws `UnusableInput` where rows are of another group than their table. */
async function refuseMisplaced(version: MatrixVersion, baseline: MatrixVersion | undefined): Promise<void> {
  const { checkGroups } = await import('../../matrix/index.ts');
  const { collect } = await import('../../message.ts');
  const { messages } = collect((report) =>
    checkGroups({ version, ...(baseline === undefined ? {} : { baseline }) }, report),
  );
  if (messages.length > 0) throw new UnusableInput(messages);
}

async function allTests(
  context: Context,
  version: MatrixVersion,
  before: MatrixVersion | undefined,
  { role, scenario, out, json }: TestsOptions,
): Promise<void> {
  const { obligationCounts, overviewRecords } = await import('../../matrix/index.ts');
  if (role !== undefined || scenario !== undefined) throw usage('--all is for every group and every scenario');
  if (version.settings.scenarios.length === 0) throw usage(`${version.name} has no scenario`);
  if (json === true) {
    print(context.io, JSON.stringify(obligationCounts(version, before), undefined, 2));
    return;
  }
  const records = overviewRecords(version, before);
  if (out !== undefined) {
    await writeRecords(context, out, records);
    return;
  }
  print(
    context.io,
    ...columns(
      records,
      (records[0] ?? []).map(() => String),
    ),
  );
  if (before !== undefined) tell(context.io, `in brackets: what is added and taken away since ${before.name}`);
}

async function writeRecords(context: Context, out: string, records: readonly (readonly string[])[]): Promise<void> {
  const ending = extname(out).toLowerCase();
  if (ending !== '.csv' && ending !== '.xlsx') throw usage(`"${out}" ends in neither .csv nor .xlsx`);
  const content =
    ending === '.csv'
      ? (await import('../../matrix/index.ts')).writeCsv(records)
      : await (await import('../../write/spreadsheet/index.ts')).writeSpreadsheet([
          { name: 'Tests', records, frozenColumns: 1 },
        ]);
  await writeOutput(context, resolve(context.io.folder, out), content, []);
  tell(context.io, `${out}: ${records.length - 1} groups, ${(records[0]?.length ?? 1) - 1} scenarios`);
}

async function testsOfOne(
  context: Context,
  version: MatrixVersion,
  before: MatrixVersion | undefined,
  options: TestsOptions,
): Promise<void> {
  const { differenceFrom, obligationsOf } = await import('../../matrix/index.ts');
  if (options.out !== undefined) throw usage('--out goes with --all');
  const scenario = scenarioNamed(version, options.scenario);
  const group = await groupNamed(version, options.role);
  const found = obligationsOf(version.tables, group, scenario);
  const difference = before === undefined ? undefined : differenceFrom(before, version, found);
  if (options.json === true) {
    print(context.io, JSON.stringify({ ...found, ...(difference === undefined ? {} : difference) }, undefined, 2));
    return;
  }
  printTests(context, version, found);
  if (difference !== undefined) printDifference(context, version, found, difference);
}

function scenarioNamed({ name, settings }: MatrixVersion, id: string | undefined): Scenario {
  const found = settings.scenarios.find((scenario) => scenario.id === id);
  if (found !== undefined) return found;
  const known = settings.scenarios.map((scenario) => scenario.id).join(', ');
  const note = known === '' ? 'it has none' : `there is ${known}`;
  throw usage(id === undefined ? '--scenario is missing; or ask for --all' : `${name} has no scenario "${id}"`, note);
}

async function groupNamed({ name, tables, shape }: MatrixVersion, group: string | undefined): Promise<string> {
  const { groupsOf } = await import('../../matrix/index.ts');
  const groups = groupsOf(tables);
  if (shape.groupColumn === undefined && group === undefined) return '';
  if (group !== undefined && groups.includes(group)) return group;
  const note = `there is ${groups.join(', ')}`;
  const heading = shape.groupColumn?.heading ?? 'group';
  throw usage(
    group === undefined ? '--role is missing; or ask for --all' : `${name} has no table of the ${heading} "${group}"`,
    note,
  );
}

/** The group and the scenario, as the beginning of a line. */
function headOf({ group, scenario }: Obligations): string {
  return [group, scenario.title].filter((text) => text !== '').join(', ');
}

function printTests(context: Context, version: MatrixVersion, found: Obligations): void {
  const paint = colours(context.io, context.io.stdout);
  const rows = found.tests.map((test) => [test.key, test.name, test.column, test.kind]);
  print(context.io, paint.bold(`${headOf(found)}: ${countOf(version, found)}`));
  if (rows.length > 0) print(context.io, ...columns(rows, [String, String, String, String]));
  if (found.basis !== undefined) tell(context.io, found.basis);
}

function noun({ shape }: MatrixVersion, count: number): string {
  return `${count} ${shape.nouns.test[count === 1 ? 0 : 1]}`;
}

/** `66 tests (27 of rows that are shown)`, or `at least 6 tests`. */
function countOf(version: MatrixVersion, { tests: shown, unseen }: Obligations): string {
  if (unseen === undefined) return `at least ${noun(version, shown.length)}`;
  const all = noun(version, shown.length + unseen);
  return unseen === 0 ? all : `${all}, ${shown.length} of them of rows that are shown`;
}

function printDifference(
  context: Context,
  version: MatrixVersion,
  found: Obligations,
  { added, removed }: ObligationDifference,
): void {
  const parts = [described(version, added, 'more'), described(version, removed, 'less')].filter((text) => text !== '');
  const what = parts.length === 0 ? `no ${version.shape.nouns.test[0]} more or less` : parts.join(', ');
  print(context.io, `${headOf(found)}, by the amendment: ${what}`);
}

function described(version: MatrixVersion, list: readonly RequiredTest[], word: string): string {
  if (list.length === 0) return '';
  return `${noun(version, list.length)} ${word} (${list.map(({ key }) => key).join(', ')})`;
}
