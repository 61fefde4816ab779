/** The shape of CSV that does not name it: the one whose headings stand there, else the one that comes nearest. */
import type { Shape } from '../shape/shape.ts';
import { readCsv } from './csv.ts';
import { nearest, recognise } from './headings.ts';

/** Headings stand in front of so many UTF-16 code units. */
const MOST_HEAD = 16_384;

export function shapeOfCsv(sources: readonly string[], shapes: readonly Shape[]): Shape | undefined {
  const rows = sources.flatMap((source) => readCsv(source.slice(0, MOST_HEAD)).records.map(({ fields }) => fields));
  for (const find of [recognise, nearest]) {
    for (const texts of rows) {
      const shape = find(texts, shapes);
      if (shape !== undefined) return shape;
    }
  }
  return shapes[0];
}
