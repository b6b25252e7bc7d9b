import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Document,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { Json } from '../../text/json';
import { problemAt, type Problem } from '../problem';
import { positionAt, type Range, type Source } from '../source';
import { maxDepth } from './guard';
import { pointerTo, type Spot, type Tree } from './tree';

/** Thrown by nobody but the converter, and caught by it: the document is given up at once. */
class GivenUp extends Error {}

/** Makes plain JSON of a parsed document, in one walk that also notes where each part stands. */
export function convert(
  document: Document,
  source: Source,
  maxAliased: number,
): { tree: Tree; problems: readonly Problem[] } {
  const converter = new Converter(source, maxAliased);
  let json: Json = null;
  try {
    json = converter.node(document.contents, '', 0);
  } catch (error) {
    if (!(error instanceof GivenUp)) throw error;
  }
  return { tree: { json, spots: converter.spots }, problems: converter.problems };
}

type Entry = readonly [key: string, value: Json];

class Converter {
  readonly spots = new Map<string, Spot>();
  readonly problems: Problem[] = [];
  private readonly anchors = new Map<string, Node>();
  private aliased = 0;
  private aliasDepth = 0;
  /** Where all that is read just now is merged in. */
  private place: Range | undefined;
  private readonly source: Source;
  private readonly maxAliased: number;

  constructor(source: Source, maxAliased: number) {
    this.source = source;
    this.maxAliased = maxAliased;
  }

  node(node: unknown, pointer: string, depth: number, key?: Range): Json {
    if (depth > maxDepth) return this.giveUp(node, 'lab.too-deep', { limit: maxDepth });
    if (this.aliasDepth > 0 && ++this.aliased > this.maxAliased)
      return this.giveUp(node, 'lab.too-many-aliases', { limit: this.maxAliased });
    if (isAlias(node)) return this.alias(node, pointer, depth, key);
    const written = isScalar(node) && typeof node.value !== 'string' ? node.source : undefined;
    const { place } = this;
    this.spots.set(pointer, {
      value: place ?? rangeOf(node) ?? key ?? { start: 0, end: 0 },
      ...(key && { key: place ?? key }),
      ...(written !== undefined && { written }),
    });
    if (isScalar(node)) {
      if (node.anchor !== undefined) this.anchors.set(node.anchor, node);
      return scalarValue(node);
    }
    if (isMap(node)) {
      const json = Object.fromEntries(this.entries(node, pointer, depth));
      // Only now: an alias inside of its own anchor refers to nothing.
      if (node.anchor !== undefined) this.anchors.set(node.anchor, node);
      return json;
    }
    if (isSeq(node)) {
      const json = node.items.map((item, index) => this.node(item, pointerTo(pointer, index), depth + 1));
      if (node.anchor !== undefined) this.anchors.set(node.anchor, node);
      return json;
    }
    return null;
  }

  private alias(node: Node & { source: string }, pointer: string, depth: number, key?: Range): Json {
    const target = this.anchors.get(node.source);
    if (target === undefined) {
      const value = rangeOf(node) ?? { start: 0, end: 0 };
      this.spots.set(pointer, { value, ...(key && { key }) });
      this.problems.push(problemAt(this.source, value, 'yaml.unknown-alias', { name: node.source }));
      return null;
    }
    this.aliasDepth += 1;
    const json = this.node(target, pointer, depth + 1, key);
    this.aliasDepth -= 1;
    return json;
  }

  /** Keys in the author's order; what `<<` brings in comes last and never replaces what is written out. */
  private entries(map: YAMLMap, pointer: string, depth: number): readonly Entry[] {
    const own = new Map<string, Json>();
    const merges: Pair[] = [];
    for (const pair of map.items) {
      const range = rangeOf(pair.key) ?? { start: 0, end: 0 };
      const text = keyText(pair.key);
      // Under what the author wrote, so that whatever is wrong with it stays with it.
      const key = text ?? this.source.text.slice(range.start, range.end);
      if (isMergeKey(pair.key)) merges.push(pair);
      else if (text === undefined) {
        this.problems.push(problemAt(this.source, range, 'yaml.key-not-text', {}));
        if (!own.has(key)) own.set(key, this.node(pair.value, pointerTo(pointer, key), depth + 1, range));
      } else if (own.has(key)) {
        const first = this.spots.get(pointerTo(pointer, key))?.key ?? range;
        const { line } = positionAt(this.source, first.start);
        this.problems.push(problemAt(this.source, range, 'yaml.duplicate-key', { key, line }));
      } else own.set(key, this.node(pair.value, pointerTo(pointer, key), depth + 1, range));
    }
    for (const { key, value } of merges) this.merge(value, key, own, pointer, depth);
    return [...own];
  }

  /** What is merged in stands where it is merged, as far as this map is concerned: at its anchor it may be right for others. */
  private merge(value: unknown, key: unknown, into: Map<string, Json>, pointer: string, depth: number): void {
    const target = isAlias(value) ? this.anchors.get(value.source) : value;
    if (isSeq(target)) {
      for (const item of target.items) this.merge(item, key, into, pointer, depth + 1);
      return;
    }
    if (!isMap(target) || depth > maxDepth) {
      const range = rangeOf(value) ?? rangeOf(key) ?? { start: 0, end: 0 };
      this.problems.push(problemAt(this.source, range, 'yaml.merge', {}));
      return;
    }
    this.aliasDepth += 1;
    const before = this.place;
    this.place ??= rangeOf(value) ?? rangeOf(key);
    for (const pair of target.items) {
      const name = keyText(pair.key);
      if (isMergeKey(pair.key)) this.merge(pair.value, pair.key, into, pointer, depth + 1);
      else if (name !== undefined && !into.has(name))
        into.set(name, this.node(pair.value, pointerTo(pointer, name), depth + 1, rangeOf(pair.key)));
    }
    this.place = before;
    this.aliasDepth -= 1;
  }

  private giveUp(
    node: unknown,
    code: 'lab.too-deep' | 'lab.too-many-aliases',
    args: { limit: number },
  ): never {
    this.problems.push(problemAt(this.source, rangeOf(node) ?? { start: 0, end: 0 }, code, args));
    throw new GivenUp();
  }
}

function rangeOf(node: unknown): Range | undefined {
  const range = (node as Partial<Node> | null)?.range;
  return range ? { start: range[0], end: Math.max(range[0], range[1]) } : undefined;
}

function keyText(key: unknown): string | undefined {
  if (!isScalar(key) || key.value === null) return undefined;
  if (typeof key.value === 'string') return key.value;
  return typeof key.value === 'number' || typeof key.value === 'boolean' ? key.source : undefined;
}

const isMergeKey = (key: unknown): boolean => isScalar(key) && typeof key.value === 'symbol';

function scalarValue({ value }: Scalar): Json {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
