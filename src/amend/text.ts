/** Drafted instructions as the legal text of an amendment: one redline, each instruction a part with its head. */

import { revisionOf } from '../model/decide.ts';
import type { Block, Meta } from '../model/document.ts';
import type { ChangeId, Redline, Revision } from '../model/redline.ts';
import { walk } from '../model/walk.ts';
import type { DraftedAmendment } from './draft.ts';
import { headOf } from './instruction.ts';
import type { Marked } from './sides.ts';

/** What a legal text says beside its instructions. */
export interface TextOptions {
  /** What it says of itself; the title and the classification of what it amends where absent. */
  readonly meta?: Meta;
  /** Stands in front of the first instruction. */
  readonly front?: readonly Block[];
}

/**
 * The legal text of drafted instructions. `redline` is the comparison that they were drafted from. Accepting all of the
 * text gives its provisions as they are to read, rejecting all those of the baseline; the heads stay.
 */
export function legalText(amendment: DraftedAmendment, redline: Redline, options: TextOptions = {}): Redline {
  const parts = amendment.instructions.map((instruction): Marked => {
    const heading = [{ type: 'text', value: headOf(instruction) }] as const;
    return { type: 'clause', kind: 'part', heading, children: instruction.marked };
  });
  const meta = options.meta ?? metaOf(redline);
  const children: readonly Marked[] = [...(options.front ?? []), ...parts];
  const document = { type: 'document', meta, children } as const;
  const named = new Set<ChangeId>();
  walk<Revision>(document, (node) => {
    const revision = revisionOf(node);
    if (revision?.kind === 'alteration') for (const { change } of Object.values(revision.before)) named.add(change);
    else if (revision !== undefined) named.add(revision.change);
  });
  return { before: meta, document, changes: redline.changes.filter(({ id }) => named.has(id)) };
}

function metaOf({ before, document }: Redline): Meta {
  const { provision, language, classification, status } = document.meta;
  const name = before.short ?? before.title;
  return {
    title: `Amendments to ${name}${before.version === undefined ? '' : ` ${before.version}`}`,
    provision,
    language,
    ...(classification === undefined ? {} : { classification }),
    ...(status === undefined ? {} : { status }),
  };
}
