/** Panels as Markdown: quotations with `>`, code between fences, questions and their like as containers. */
import type { Block, Para } from '../../model/document.ts';
import type { Revision } from '../../model/redline.ts';
import { container, withoutEndSpace } from './chunk.ts';
import { LOOSE, writeInlines } from './inline.ts';
import { ownBraces } from './para.ts';
import { type Fate, fateOf, remarks, type State } from './state.ts';

/** Whether a block is a paragraph of a panel. */
export function isPanelPara(block: Block<Revision>): block is Para<Revision> {
  return block.type === 'para' && block.style !== undefined;
}

/** Neighbouring paragraphs of one style as one panel. */
export function writePanel(paras: readonly Para<Revision>[], around: Fate, state: State): string {
  const first = paras[0] as Para<Revision>;
  const code = first.style === 'code' ? fencedCode(first, around) : undefined;
  if (code !== undefined) return code;
  const texts = paras.map((para) => panelPara(para, around, state));
  if (first.style === 'quote') return texts.map((text) => `> ${text}`).join('\n>\n');
  return container(first.style as string, texts.join('\n\n'));
}

/** No label is looked for in a panel. */
function panelPara(para: Para<Revision>, around: Fate, state: State): string {
  const pieces = [ownBraces(para), remarks(para, state)].filter((piece) => piece !== '');
  const before = pieces.map((piece) => `${piece} `).join('');
  const setting = { ...LOOSE, fate: fateOf(para, around), before: before === '' ? '' : ' ', opensBlock: before === '' };
  return withoutEndSpace(before + writeInlines(para.children, setting, state));
}

/** Code between fences, where it is nothing but lines of text. */
function fencedCode(para: Para<Revision>, around: Fate): string | undefined {
  if (para.id !== undefined || para.revision !== undefined || around !== undefined) return undefined;
  let text = '';
  for (const inline of para.children) {
    if (inline.revision !== undefined) return undefined;
    if (inline.type === 'break' && inline.kind === 'line') text += '\n';
    else if (inline.type === 'text' && inline.marks === undefined && !/[\n\r\t]/.test(inline.value))
      text += inline.value;
    else return undefined;
  }
  if (/^[ ]+$/m.test(text) || (text === '' && para.children.length > 0)) return undefined;
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return para.children.length === 0 ? `${fence}\n${fence}` : `${fence}\n${text}\n${fence}`;
}
