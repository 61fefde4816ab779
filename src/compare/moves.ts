/** Moves: one change for each run of neighbours that were moved together. */
import type { Context } from './context.ts';
import type { Draft } from './ledger.ts';
import type { Unit } from './units.ts';

/** The change by which `before` was moved to where `after` stands. */
export function moveDraft(before: Unit, after: Unit, context: Context): Draft {
  const waiting: Unit[] = [];
  let [x, y] = [before, after];
  let draft = context.moves.get(y);
  while (draft === undefined) {
    waiting.push(y);
    const ahead = movedAhead(x, y, context);
    if (ahead === undefined) draft = context.ledger.open({ what: 'move', before: x.node, after: y.node });
    else {
      [x, y] = ahead;
      draft = context.moves.get(y);
    }
  }
  for (const unit of waiting) context.moves.set(unit, draft);
  return draft;
}

/** The neighbours before a moved pair, where they were moved as it was: next to it on both sides. */
function movedAhead(before: Unit, after: Unit, context: Context): [Unit, Unit] | undefined {
  const y = after.parent?.children[after.index - 1];
  const x = y === undefined ? undefined : context.pairing.before(y);
  if (x === undefined || y === undefined || context.plans.inPlace.has(y)) return undefined;
  return x.parent === before.parent && x.index === before.index - 1 ? [x, y] : undefined;
}
