import { sortOf } from '../checks/match/literal-problems';
import { isJsonObject } from '../text/json';
import { err, ok, type Result } from '../text/result';
import { buildLab } from './build-lab';
import { makeDraft, valueProblem, type Draft, type Kinds } from './draft';
import { validators as generatedValidators } from './generated/validators';
import type { Lab } from './lab';
import { inReadingOrder, problemAt, type Problem } from './problem';
import { rules, warningRules } from './rules';
import { makeSource } from './source';
import { structureProblems } from './structure';
import type { Validators } from './validators';
import { readYaml } from './yaml/read-yaml';

export interface LabText {
  readonly text: string;
  /** As shown to people. */
  readonly file: string;
  /** `sha256:…` of the file's bytes. */
  readonly hash: string;
  readonly kinds: Kinds;
  /** Only for kinds that are not shipped; the generated ones by default. */
  readonly validators?: Validators;
}

/** Reads a lab, or says all that is wrong with it, in reading order. */
export function loadLab(lab: LabText): Result<Lab, readonly Problem[]> {
  const read = readDraft(lab);
  return read.ok ? ok(buildLab(read.value, lab.hash)) : read;
}

/** What the author of a lab should know that is wrong in nothing; of one that is, only what is wrong is told. */
export function warningsIn(lab: LabText): readonly Problem[] {
  const read = readDraft(lab);
  return read.ok ? inReadingOrder(withoutRepeats(warningRules.flatMap((rule) => rule(read.value)))) : [];
}

function readDraft({ text, file, kinds, validators }: LabText): Result<Draft, readonly Problem[]> {
  // A byte order mark is no part of the text, and columns should not count it.
  const source = makeSource(text.startsWith('\ufeff') ? text.slice(1) : text, file);
  const start = { start: 0, end: 0 };
  if (text.includes('\0')) return err([{ code: 'lab.binary', args: {}, file }]);

  const { tree, problems } = readYaml(source);
  if (!tree) return err(problems);
  const { json } = tree;
  if (problems.length === 0 && json === null) return err([problemAt(source, start, 'lab.empty', {})]);
  if (problems.length === 0 && !isJsonObject(json))
    return err([problemAt(source, start, 'lab.not-a-mapping', { found: sortOf(json) })]);
  if (!isJsonObject(json)) return err(inReadingOrder(problems));
  const version = json['vigie'];
  if (typeof version === 'number' && version > 1)
    return err([valueProblem({ source, tree }, '/vigie', 'lab.newer', { version })]);

  const draft = makeDraft(source, tree, kinds);
  const others = [
    ...structureProblems(draft, validators ?? generatedValidators),
    ...rules.flatMap((rule) => rule(draft)),
  ];
  const all = [
    ...problems,
    ...others.filter((problem) => !problems.some((first) => isSamePlace(first, problem))),
  ];
  return all.length > 0 ? err(inReadingOrder(withoutRepeats(all))) : ok(draft);
}

/** What YAML could not give a value to has no value; that need not be told again. */
function isSamePlace({ at: a }: Problem, { at: b }: Problem): boolean {
  return a !== undefined && a.line === b?.line && a.column === b.column;
}

/** A part that several aliases bring in has one place and is wrong once. */
function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, args, at }) => {
    const key = JSON.stringify([code, args, at]);
    return !seen.has(key) && seen.add(key);
  });
}
