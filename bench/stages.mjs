/** What is timed of a case, stage by stage, and what it is held against. */
import { compare, readJson, readMarkdown, writeHtml, writeMarkdown } from '../dist/index.js';
import { diffAllTokens, diffWords } from './baselines.mjs';
import { peakMemory, timeStage } from './measure.mjs';

/**
 * Runs a case. It gives either two sources, of Legal Markdown or of the model as JSON, which are parsed, or two documents
 * as they are; or it has a `run` that does its own timing and says it in a line. Peaks are of the whole process, the
 * inputs included, up to the end of a stage; the baselines come behind them.
 */
export async function runCase(one, settings) {
  if (one.run !== undefined) return { said: await one.run(settings) };
  const input = await one.make();
  const parsed =
    input.sources === undefined ? undefined : timeStage(() => input.sources.map((source) => parse(source)), settings);
  const peakRead = peakMemory();
  const [before, after] = parsed?.value ?? input.documents;
  const messages = [];
  const compared = timeStage(() => {
    messages.length = 0;
    return compare(before, after, (message) => messages.push(message.rule));
  }, settings);
  const peak = peakMemory();
  const redline = compared.value;
  const markdown = one.write === false ? undefined : timeStage(() => writeMarkdown(redline), settings);
  const html = one.write === false ? undefined : timeStage(() => writeHtml(redline), settings);
  return {
    parse: parsed?.times,
    compare: compared.times,
    markdown: markdown?.times,
    html: html?.times,
    peakRead,
    peak,
    tokens: diffAllTokens(before, after, settings.limit),
    words: diffWords(before, after, settings.limit),
    changes: redline.changes.length,
    coarse: messages.filter((rule) => rule === 'compare/coarse').length,
  };
}

function parse({ file, text, mode }) {
  if (mode === 'json') return readJson(text, { file }, () => {});
  return readMarkdown(text, { file, mode }, () => {});
}
