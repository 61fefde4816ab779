/** Values of nodes by the names of their attributes and lists, for what treats all types of nodes alike. */
import type { Node } from './document.ts';

/** The value of an attribute or list of a node; `undefined` where it has none of that name. */
export function valueIn<R>(node: Node<R>, name: string): unknown {
  return (node as unknown as Readonly<Record<string, unknown>>)[name];
}

/**
 * The node with some values in place of its own; `undefined` takes one away. Who calls it answers for the values being
 * those that the node's type has: they come from nodes of that type.
 */
export function withValues<R, S = R>(node: Node<R>, values: Readonly<Record<string, unknown>>): Node<S> {
  const copy: Record<string, unknown> = { ...node, ...values };
  for (const name in values) if (values[name] === undefined) delete copy[name];
  return copy as unknown as Node<S>;
}
