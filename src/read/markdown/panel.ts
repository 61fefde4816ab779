/** Panels: quotations, questions, answers, notices, and code with more than text in it. */
import type { BlockContent, DefinitionContent } from 'mdast';
import type { Inline, Para, ParaStyle } from '../../model/document.ts';
import type { Entry } from '../outline/index.ts';
import { leadingBraces } from './attributes.ts';
import { reportStrayBraces, unknownBraces } from './braces.ts';
import { type Context, type Positioned, placeOf, unknown } from './context.ts';
import { flowEntries } from './flow.ts';
import { phrasing } from './inline.ts';
import { inlinesOf } from './piece.ts';

/** The names of the containers that are panels. */
export const PANELS: readonly string[] = ['quote', 'question', 'answer', 'notice', 'code'] satisfies ParaStyle[];

/** The paragraphs of a panel. They have no labels; what is no paragraph stands as it is, outside the panel. */
export function panelEntries(
  style: ParaStyle,
  children: readonly (BlockContent | DefinitionContent)[],
  context: Context,
): Entry[] {
  return children.flatMap((child): Entry[] => {
    if (child.type === 'footnoteDefinition' || child.type === 'definition') return [];
    if (child.type !== 'paragraph') {
      unknown(
        context,
        child,
        'panel-content',
        `a panel (${style}) holds paragraphs alone; a ${child.type} is taken out of it`,
      );
      return flowEntries([child], context);
    }
    const all = phrasing(child.children, {}, context);
    const braced = leadingBraces(all);
    if (braced === 'unknown' && context.strict) unknownBraces(child, context);
    const { attributes, pieces } =
      braced === undefined || braced === 'unknown' ? { attributes: undefined, pieces: all } : braced;
    if (braced !== 'unknown') reportStrayBraces(pieces, child, context);
    return [{ type: 'block', block: panelPara(style, attributes?.id, inlinesOf(pieces), child, context) }];
  });
}

function panelPara(
  style: ParaStyle,
  id: string | undefined,
  children: readonly Inline[],
  node: Positioned,
  context: Context,
): Para {
  return { type: 'para', ...(id === undefined ? {} : { id }), style, children, place: placeOf(context, node) };
}
