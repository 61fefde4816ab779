/**
 * Hardens a parsed template: a name that is missing is a fault wherever it stands, every value goes through `__text`
 * (which escapes), every helper through `__call` (which knows ours alone), and nothing else of Handlebars is let in.
 */
import Handlebars from 'handlebars';
import type { Place } from '../message.ts';
import { TemplateFault } from './fault.ts';

type Node = hbs.AST.Node;
type Expression = hbs.AST.Expression;

/** A template as it stands in a file. */
export interface TemplateSource {
  /** As messages name it. */
  readonly file: string;
  readonly text: string;
  /** Where in `file` the text begins, where it is part of a larger file; 1 and 1 where absent. */
  readonly line?: number;
  readonly column?: number;
}

/** What a template may name: helpers, and other templates to insert. */
export interface Vocabulary {
  readonly helpers: ReadonlySet<string>;
  readonly partials: ReadonlySet<string>;
}

const BLOCKS: ReadonlySet<string> = new Set(['if', 'unless', 'each']);

/** Parses and hardens a template. Throws a `TemplateFault` with its place. */
export function hardenedTemplate(source: TemplateSource, vocabulary: Vocabulary): hbs.AST.Program {
  return hardenProgram(parse(source), { source, vocabulary });
}

function parse(source: TemplateSource): hbs.AST.Program {
  try {
    return Handlebars.parse(source.text);
  } catch (thrown) {
    throw new TemplateFault(...parseFault(thrown, source));
  }
}

/** Handlebars tells the line in the text of its message, and the column at best for what it finds itself. */
function parseFault(thrown: unknown, source: TemplateSource): [string, Place] {
  const lines = (thrown instanceof Error ? thrown.message : String(thrown)).split('\n');
  const said = (lines[lines.length - 1] ?? '').replace(/ - \d+:\d+$/, '');
  const found = /^Parse error on line (\d+)/.exec(lines[0] ?? '') ?? / - (\d+):(\d+)$/.exec(lines[0] ?? '');
  const reason = `the template does not parse: ${said}`;
  if (found === null) return [reason, { file: source.file }];
  const column = found[2] === undefined ? undefined : Number(found[2]);
  return [reason, templatePlace(source, Number(found[1]), column)];
}

/** What every step needs: where the template stands, and what it may name. */
interface Scope {
  readonly source: TemplateSource;
  readonly vocabulary: Vocabulary;
}

interface Located {
  readonly loc: hbs.AST.SourceLocation;
}

function hardenProgram(program: hbs.AST.Program, scope: Scope): hbs.AST.Program {
  return { ...program, body: program.body.map((statement) => hardenStatement(statement, scope)) };
}

function hardenStatement(node: hbs.AST.Statement, scope: Scope): hbs.AST.Statement {
  if (node.type === 'ContentStatement' || node.type === 'CommentStatement') return node;
  if (node.type === 'MustacheStatement') return hardenMustache(node as hbs.AST.MustacheStatement, scope);
  if (node.type === 'BlockStatement') return hardenBlock(node as hbs.AST.BlockStatement, scope);
  if (node.type === 'PartialStatement') return hardenPartial(node as hbs.AST.PartialStatement, scope);
  throw fault(node, scope, 'inline partials and decorators are not available here');
}

/** `{{x}}` becomes `{{{__text line column "x" x}}}`. */
function hardenMustache(node: hbs.AST.MustacheStatement, scope: Scope): hbs.AST.Statement {
  if (!node.escaped) throw fault(node, scope, 'text is always escaped here: use {{ }}, and {{md }} for Markdown');
  const params = [...position(node), string(nameOf(node.path), node), valueFor(node, scope)];
  return { ...node, escaped: false, path: ownName('__text', node), params, hash: noHash(node) } as hbs.AST.Statement;
}

type Call = Located & { readonly path: Expression; readonly params: Expression[]; readonly hash?: hbs.AST.Hash };

/** The value of `{{x}}`, `{{helper x}}` or `(helper x)`. */
function valueFor(node: Call, scope: Scope): Expression {
  const name = nameOf(node.path);
  const { helpers } = scope.vocabulary;
  const calls = node.params.length > 0 || node.hash !== undefined || node.path.type !== 'PathExpression';
  if (!calls && !helpers.has(name)) return hardenExpression(node.path, scope);
  if (!helpers.has(name)) throw fault(node, scope, `there is no helper called "${name}"`);
  const params = [...position(node), string(name, node), ...hardenAll(node.params, scope)];
  return subExpression('__call', params, hardenHash(node, scope), node);
}

function hardenAll(nodes: readonly Expression[], scope: Scope): Expression[] {
  return nodes.map((node) => hardenExpression(node, scope));
}

/** Handlebars is strict of itself about what it prints; `strict` on the path makes it so for arguments as well. */
function hardenExpression(node: Expression, scope: Scope): Expression {
  if (node.type === 'SubExpression') return valueFor(node as hbs.AST.SubExpression, scope);
  if (node.type === 'PathExpression') return { ...node, strict: true } as Expression;
  return node;
}

function hardenHash(node: Located & { readonly hash?: hbs.AST.Hash }, scope: Scope): hbs.AST.Hash {
  if (node.hash === undefined) return noHash(node);
  const pairs = node.hash.pairs.map((pair) => ({ ...pair, value: hardenExpression(pair.value, scope) }));
  return { ...node.hash, pairs };
}

function hardenBlock(node: hbs.AST.BlockStatement, scope: Scope): hbs.AST.Statement {
  const name = nameOf(node.path);
  if (!BLOCKS.has(name)) throw fault(node, scope, `there is no block called "${name}", only if, unless and each`);
  const inner = (program: hbs.AST.Program | undefined) => program && hardenProgram(program, scope);
  const [program, inverse] = [inner(node.program), inner(node.inverse)];
  return Object.assign({}, node, {
    params: hardenAll(node.params, scope),
    hash: hardenHash(node, scope),
    program,
    inverse,
  });
}

function hardenPartial(node: hbs.AST.PartialStatement, scope: Scope): hbs.AST.Statement {
  const name = nameOf(node.name);
  if (!scope.vocabulary.partials.has(name)) throw fault(node, scope, `there is no template called "${name}" to insert`);
  const hash = node.hash === undefined ? {} : { hash: hardenHash(node, scope) };
  return Object.assign({}, node, { params: hardenAll(node.params, scope), ...hash });
}

function fault(node: Located, scope: Scope, reason: string): TemplateFault {
  const { line, column } = node.loc.start;
  return new TemplateFault(reason, templatePlace(scope.source, line, column));
}

/** The place of a Handlebars position, whose columns count from 0, in the file that holds the template. */
export function templatePlace(source: TemplateSource, line: number, column?: number): Place {
  const at = { file: source.file, line: line + (source.line ?? 1) - 1 };
  if (column === undefined) return at;
  return { ...at, column: column + (line === 1 ? (source.column ?? 1) : 1) };
}

/** Line and column of a node as arguments, as Handlebars counts them. */
function position(node: Located): Expression[] {
  const { line, column } = node.loc.start;
  return [number(line, node), number(column, node)];
}

function string(value: string, node: Located): Expression {
  return { type: 'StringLiteral', value, original: value, loc: node.loc } as Expression;
}

function subExpression(name: string, params: Expression[], hash: hbs.AST.Hash, node: Located): Expression {
  return { type: 'SubExpression', loc: node.loc, path: ownName(name, node), params, hash } as Expression;
}

function number(value: number, node: Located): Expression {
  return { type: 'NumberLiteral', value, original: value, loc: node.loc } as Expression;
}

function noHash(node: Located): hbs.AST.Hash {
  return { type: 'Hash', pairs: [], loc: node.loc };
}

/** A path that is a plain name of our own. */
function ownName(name: string, node: Located): hbs.AST.PathExpression {
  return { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc: node.loc };
}

/** A name as the template writes it; a literal in its place (`{{"x"}}`) by its value. */
function nameOf(node: Node): string {
  const { original, value } = node as { original?: unknown; value?: unknown };
  return String(original ?? value ?? node.type);
}
