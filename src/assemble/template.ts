/** Templates filled with data: a set of Handlebars files that may insert one another, in one of two voices. */
import Handlebars from 'handlebars';
import { type Message, type Report, UnusableInput } from '../message.ts';
import { faultMessage, TemplateFault } from './fault.ts';
import { escapeData, isMarkup, type Markup, markupSource } from './markup.ts';
import { hardenedTemplate, type TemplateSource, templatePlace } from './syntax.ts';

export type { TemplateSource } from './syntax.ts';

/** What a helper is given: the template's arguments, and its named arguments. It may throw a `TemplateFault`. */
export type Helper = (args: readonly unknown[], named: Readonly<Record<string, unknown>>) => string | number | Markup;
export type Helpers = Readonly<Record<string, Helper>>;

/** `markdown`: values are escaped, so that text stays text. `plain`: the result is itself text, escaped when it is used. */
export type Voice = 'markdown' | 'plain';

/** Data as templates see it: plain values only. */
export type TemplateData = Readonly<Record<string, unknown>>;

/**
 * Fills one template. `partials` are the templates it may insert, by name.
 * Throws `UnusableInput` with file, line, column and name for a template that does not parse or a value that is missing.
 */
export function fillTemplate(
  source: TemplateSource,
  data: TemplateData,
  helpers: Helpers,
  voice: Voice = 'markdown',
  partials: ReadonlyMap<string, TemplateSource> = new Map(),
): string {
  const environment = Handlebars.create();
  const vocabulary = { helpers: new Set(Object.keys(helpers)), partials: new Set(partials.keys()) };
  const compile = (one: TemplateSource) => compileOne(environment, one, vocabulary, helpers, voice);
  try {
    for (const [name, partial] of partials)
      environment.registerPartial(
        name,
        lazily(() => compile(partial)),
      );
    return compile(source)(withoutPrototypes(data));
  } catch (thrown) {
    throw new UnusableInput(faultMessage(thrown, source.file));
  }
}

/** Fills a template and reports what is wrong with it; `undefined` where nothing came of it. */
export function tryTemplate(fill: () => string, report: Report): string | undefined {
  try {
    return fill();
  } catch (thrown) {
    if (!(thrown instanceof UnusableInput)) throw thrown;
    for (const message of thrown.messages as readonly Message[]) report(message);
    return undefined;
  }
}

type Compiled = Handlebars.TemplateDelegate<unknown>;
type Environment = ReturnType<typeof Handlebars.create>;
type Vocabulary = Parameters<typeof hardenedTemplate>[1];

/** A partial is compiled when it is first inserted, so that a fault in one is told only where it is used. */
function lazily(compile: () => Compiled): Compiled {
  let compiled: Compiled | undefined;
  return (context, options) => {
    compiled ??= compile();
    return compiled(context, options);
  };
}

/** Known helpers only: nothing that Handlebars brings of its own (`lookup`, `log`, `with`) can be called. */
const BUILT_IN = {
  if: true,
  unless: true,
  each: true,
  with: false,
  log: false,
  lookup: false,
  helperMissing: false,
  blockHelperMissing: false,
} as const;

function compileOne(
  environment: Environment,
  source: TemplateSource,
  vocabulary: Vocabulary,
  helpers: Helpers,
  voice: Voice,
): Compiled {
  const program = hardenedTemplate(source, vocabulary);
  const fill = environment.compile(program, {
    strict: true,
    noEscape: true,
    knownHelpersOnly: true,
    knownHelpers: { ...BUILT_IN, __text: true, __call: true },
  });
  const own = ownHelpers(source, helpers, voice);
  return (context, options) => {
    try {
      return fill(context, { ...options, helpers: { ...options?.helpers, ...own } });
    } catch (thrown) {
      throw placed(thrown, source);
    }
  };
}

/** The two helpers through which every value and every call goes. Each template has its own, which know its file. */
function ownHelpers(source: TemplateSource, helpers: Helpers, voice: Voice): Record<string, Handlebars.HelperDelegate> {
  return {
    __text: (line: number, column: number, name: string, value: unknown) =>
      at(source, line, column, () => print(name, value, voice)),
    __call: (line: number, column: number, name: string, ...rest: unknown[]) => {
      const { hash } = rest.pop() as Handlebars.HelperOptions;
      return at(source, line, column, () => (helpers[name] as Helper)(rest, hash));
    },
  };
}

function print(name: string, value: unknown, voice: Voice): string {
  if (isMarkup(value)) {
    if (voice === 'plain') throw new TemplateFault(`${name} is Markdown, and only text can stand here`);
    return markupSource(value);
  }
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw new TemplateFault(`${name} is ${kindOf(value)}, where a text is wanted`);
  }
  return voice === 'markdown' ? escapeData(String(value)) : String(value);
}

function kindOf(value: unknown): string {
  if (value === undefined || value === null) return 'missing';
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a group of values' : `a ${typeof value}`;
}

/** Runs a helper; a fault in it gets the place of the call. */
function at<T>(source: TemplateSource, line: number, column: number, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof TemplateFault) thrown.place ??= templatePlace(source, line, column);
    throw thrown;
  }
}

/** What Handlebars throws, as a fault with its place: `"x" not defined in …` for a value that is missing. */
function placed(thrown: unknown, source: TemplateSource): unknown {
  if (thrown instanceof TemplateFault || !(thrown instanceof Error)) return thrown;
  const { lineNumber, column } = thrown as { lineNumber?: number; column?: number };
  const name = /^"([^"]*)" not defined in /.exec(thrown.message)?.[1];
  const path = name === undefined ? undefined : (pathAt(source, name, lineNumber, column) ?? name);
  const reason = path === undefined ? reasonOf(thrown) : `"${path}" is missing`;
  const place = lineNumber === undefined ? { file: source.file } : templatePlace(source, lineNumber, column);
  return new TemplateFault(reason, place);
}

/** The whole path, as `documents.act.short`, at a Handlebars position, where it has `name` among its parts. */
function pathAt(source: TemplateSource, name: string, line = 0, column = 0): string | undefined {
  const text = source.text.split('\n')[line - 1]?.slice(column) ?? '';
  const path = /^[^\s{}()|~=]+/.exec(text)?.[0];
  return path?.split(/[./]/).includes(name) ? path : undefined;
}

function reasonOf(error: Error): string {
  if (error instanceof RangeError) return 'the templates insert one another without end';
  if (error instanceof TypeError) return 'the template looks inside a value that has no parts';
  return error.message.replace(/ - \d+:\d+$/, '');
}

/** A prototype without names; Handlebars prints what it finds nothing in, so that it must turn into a text. */
const BARE: object = Object.assign(Object.create(null) as object, { [Symbol.toPrimitive]: () => 'data' });

/** A copy of the data in which nothing can be reached but what was put there, whatever a template asks for. */
function withoutPrototypes(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || isMarkup(value)) return value;
  const copy = Object.setPrototypeOf(Array.isArray(value) ? [] : {}, BARE) as Record<string, unknown>;
  for (const [key, inner] of Object.entries(value)) copy[key] = withoutPrototypes(inner);
  return copy;
}
