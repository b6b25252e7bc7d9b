import { parseDocument, type YAMLError } from 'yaml';
import { problemAt, type Problem } from '../problem';
import type { Source } from '../source';
import { convert } from './convert';
import { excess, labLimits, maxDepth, type YamlLimits } from './guard';
import type { Tree } from './tree';

/** A parser that has lost the thread complains of every line that follows. */
const maxSyntaxProblems = 20;

/** Reads YAML 1.2 (core schema, with merge keys). With problems the tree is what could be read all the same. */
export function readYaml(
  source: Source,
  limits: YamlLimits = labLimits,
): { readonly tree?: Tree; readonly problems: readonly Problem[] } {
  const start = { start: 0, end: 0 };
  switch (excess(source.text, limits.tokens)) {
    case 'deep':
      return { problems: [problemAt(source, start, 'lab.too-deep', { limit: maxDepth })] };
    case 'many':
      return { problems: [problemAt(source, start, 'lab.too-many-parts', { limit: limits.tokens })] };
    case undefined:
  }
  const document = parseDocument(source.text, {
    version: '1.2',
    schema: 'core',
    merge: true,
    resolveKnownTags: false,
    // Compared pair by pair there, which takes minutes for a large map; the converter finds them in one pass.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const syntax = [...document.errors, ...document.warnings].slice(0, maxSyntaxProblems);
  // What a broken text seems to say is not worth a second list of problems.
  if (syntax.length > 0) return { problems: onePerLine(syntax.map((error) => syntaxProblem(source, error))) };
  return convert(document, source, limits.aliased);
}

function syntaxProblem(source: Source, error: YAMLError): Problem {
  const [start, end] = error.pos;
  const range = { start, end };
  if (error.code === 'MULTIPLE_DOCS') return problemAt(source, range, 'lab.several-documents', {});
  if (error.code === 'RESOURCE_EXHAUSTION')
    return problemAt(source, range, 'lab.too-deep', { limit: maxDepth });
  return problemAt(source, range, 'yaml.syntax', { syntax: error.code, detail: error.message });
}

/** One mistake often gives several errors in a row; the first of a line says it best. */
function onePerLine(problems: readonly Problem[]): readonly Problem[] {
  const lines = new Set<number | undefined>();
  return problems.filter(({ at }) => !lines.has(at?.line) && lines.add(at?.line));
}
