/** `keeling matrix tests`: the tests that a Testing Participant must run, and what an amendment does to them. */
import { Command } from 'commander';
import type { ObligationDifference, ObligationSide, Obligations, RequiredTest, Scenario } from '../../matrix/index.ts';
import { type Context, usage } from '../context.ts';
import { colours, print, tell } from '../io.ts';
import { columns, counted, examples } from '../text.ts';
import { type MatrixInput, readMatrixInput } from './matrix-input.ts';

type ObligationsOf = (tables: MatrixInput['tables'], role: string, scenario: Scenario) => Obligations;

interface TestsOptions {
  readonly role: string;
  readonly scenario: string;
  readonly before?: string;
  readonly json?: true;
}

export function testsCommand(context: Context): Command {
  return new Command('tests')
    .description(
      'Lists the tests of a scenario by Service Request Variant, command variant and type of device, and counts them. ' +
        'With --before, tells what the amendment adds and takes away.',
    )
    .argument('<version>', 'document@version')
    .requiredOption('--role <role>', 'the User Role, such as ED')
    .requiredOption('--scenario <id>', 'the scenario, as the matrix of the version names it')
    .option('--before <version>', 'the version to compare with')
    .option('--json', 'the tests as JSON')
    .action((version: string, options: TestsOptions) => tests(context, version, options))
    .addHelpText(
      'after',
      examples(
        'keeling matrix tests appendix-r@6.18 --role ED --scenario new-user',
        'keeling matrix tests appendix-r@6.18mp089 --role ED --scenario additive-nov-19 --before appendix-r@6.18',
      ),
    );
}

async function tests(context: Context, version: string, options: TestsOptions): Promise<void> {
  const { obligationDifference, obligationsOf } = await import('../../matrix/index.ts');
  const input = await readMatrixInput(context, version);
  const before = options.before === undefined ? undefined : await readMatrixInput(context, options.before);
  const scenario = scenarioNamed(input, options.scenario);
  await checkRole(input, options.role);
  const found = obligationsOf(input.tables, options.role, scenario);
  const was = before === undefined ? undefined : sideOf(before, options, obligationsOf);
  const difference = was && obligationDifference(was, { tables: input.tables, obligations: found });
  if (options.json === true) {
    print(context.io, JSON.stringify({ ...found, ...(difference === undefined ? {} : difference) }, undefined, 2));
    return;
  }
  printTests(context, found);
  if (difference !== undefined) printDifference(context, found, difference);
}

/** What the version before requires: nothing, where the scenario came with the amendment. */
function sideOf(before: MatrixInput, { role, scenario }: TestsOptions, obligationsOf: ObligationsOf): ObligationSide {
  const known = before.settings.scenarios.find(({ id }) => id === scenario);
  const obligations = known === undefined ? { tests: [] } : obligationsOf(before.tables, role, known);
  return { tables: before.tables, obligations };
}

function scenarioNamed({ name, settings }: MatrixInput, id: string): Scenario {
  const found = settings.scenarios.find((scenario) => scenario.id === id);
  if (found !== undefined) return found;
  const known = settings.scenarios.map((scenario) => scenario.id).join(', ');
  throw usage(`${name} has no scenario "${id}"`, known === '' ? 'it has none' : `there is ${known}`);
}

async function checkRole({ name, tables }: MatrixInput, role: string): Promise<void> {
  const { rolesOf } = await import('../../matrix/index.ts');
  const roles = rolesOf(tables);
  if (!roles.includes(role))
    throw usage(`${name} has no table of the User Role "${role}"`, `there is ${roles.join(', ')}`);
}

function printTests(context: Context, found: Obligations): void {
  const paint = colours(context.io, context.io.stdout);
  const rows = found.tests.map((test) => [test.variant, test.name, test.command, test.device]);
  print(context.io, paint.bold(`${found.role}, ${found.scenario.title}: ${countOf(found)}`));
  if (rows.length > 0) print(context.io, ...columns(rows, [String, String, String, String]));
  if (found.basis !== undefined) tell(context.io, found.basis);
}

/** `66 tests (27 of rows that are shown)`, or `at least 6 tests`. */
function countOf({ tests: shown, unseen }: Obligations): string {
  if (unseen === undefined) return `at least ${counted(shown.length, 'test')}`;
  const all = counted(shown.length + unseen, 'test');
  return unseen === 0 ? all : `${all}, ${shown.length} of them of rows that are shown`;
}

function printDifference(context: Context, found: Obligations, { added, removed }: ObligationDifference): void {
  const told = [toldAs(added, 'more'), toldAs(removed, 'less')].filter((text) => text !== '');
  const what = told.length === 0 ? 'no test more or less' : told.join(', ');
  print(context.io, `${found.role}, ${found.scenario.title}, by the amendment: ${what}`);
}

function toldAs(list: readonly RequiredTest[], word: string): string {
  if (list.length === 0) return '';
  return `${counted(list.length, 'test')} ${word} (${list.map(({ variant }) => variant).join(', ')})`;
}
