/** One pass over a part that holds text: the body, notes, comments, headers and footers. */
import { UnusableInput } from '../../message.ts';
import { type Package, partName, partText, refusal, relationshipsOf, scanPart } from '../../word/package.ts';
import { type Tag, XmlError } from '../../word/tag.ts';
import { scanXml, type XmlHandler } from '../../word/xml.ts';
import {
  type BodyState,
  closeContainer,
  newBodyState,
  openContainer,
  placeAt,
  type Rule,
  type Rules,
} from './body-state.ts';
import { BODY } from './rules/blocks.ts';
import { countUnkept } from './rules/properties.ts';
import { takeText } from './rules/runs.ts';
import type { WordBlock, WordText } from './word.ts';

/** Reads the main part. Throws `UnusableInput` where it is missing or not well-formed. */
export function readMainPart(opened: Package, name: string): WordText {
  const source = partText(opened, name);
  const part = partName(opened, name);
  if (source === undefined) {
    throw new UnusableInput(refusal(opened.file, 'read/docx-missing-part', `the main part ${part} is missing`));
  }
  const { handler, result } = bodyPass(opened, part, source);
  try {
    scanXml(source, handler, opened.limits.depth);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const message = refusal(opened.file, 'read/docx-damaged-part', `the main part can't be read: ${error.message}`);
    throw new UnusableInput({ ...message, place: { ...message.place, part, start: error.offset } });
  }
  return result();
}

/** Reads a part that the document can do without; `undefined` where there is none. */
export function readTextPart(opened: Package, name: string): WordText | undefined {
  let pass: ReturnType<typeof bodyPass> | undefined;
  scanPart(opened, name, (source) => {
    pass = bodyPass(opened, partName(opened, name), source);
    return pass.handler;
  });
  return pass?.result();
}

/** The rules that hold within an element that is open, and its depth. */
interface Context {
  readonly rules: Rules;
  readonly depth: number;
}

function bodyPass(opened: Package, part: string, source: string): { handler: XmlHandler; result: () => WordText } {
  let depth = 0;
  const contexts: Context[] = [{ rules: BODY, depth: 0 }];
  let rules = BODY;
  const enter = (inner: Rules) => {
    contexts.push({ rules: inner, depth });
    rules = inner;
  };
  const state = newBodyState(opened, part, source, relationshipsOf(opened, part), enter);
  const blocks: WordBlock[] = [];
  openContainer(state, blocks);
  const handler: XmlHandler = {
    open(tag) {
      if (depth++ === 0) state.keepsSpace = tag.attribute('xml:space') === 'preserve';
      const rule = rules.table.get(tag.name);
      return rule === undefined ? openOther(state, rules, tag) : rule.open?.(state, tag);
    },
    close(name, start, end) {
      if ((contexts[contexts.length - 1] as Context).depth === depth) {
        contexts.pop();
        rules = (contexts[contexts.length - 1] as Context).rules;
      }
      depth--;
      (rules.table.get(name) as Rule | undefined)?.close?.(state, start, end);
    },
    text: (start, end, raw) => takeText(state, start, end, raw),
  };
  return { handler, result: () => resultOf(state, blocks) };
}

/** An element that the rules do not know. */
function openOther(state: BodyState, rules: Rules, tag: Tag): boolean {
  if (rules.other === 'count') countUnkept(state, tag.name);
  if (rules.other === 'tell') {
    const reason = `<${tag.name}> is not known here; what stands in it is read`;
    state.opened.tally.note('read/docx-unknown-element', reason, placeAt(state, tag.start));
  }
  return rules.other === 'skip' || rules.other === 'count';
}

function resultOf(state: BodyState, blocks: WordBlock[]): WordText {
  while (state.containers.length > 0) closeContainer(state);
  if (state.unkept.size > 0) {
    const kinds = [...state.unkept].map(([name, count]) => `${name.slice(2)} ${count}`).sort();
    const reason = 'formatting that the model has no place for is not kept';
    state.opened.tally.note(
      'read/docx-formatting',
      reason,
      { file: state.opened.file, part: state.part },
      kinds.join(', '),
    );
  }
  const { part, source, stories, marks } = state;
  return { part, source, blocks, stories, marks: marks.count };
}
