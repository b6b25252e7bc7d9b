import { join } from 'node:path';
import ts from 'typescript';

/** Values for the arguments of one message, as its text may get them. */
export type SampleArgs = Readonly<Record<string, unknown>>;
/** Several for each code: with and without what is optional, and with each word of each closed list. */
export type Samples = Readonly<Record<string, readonly SampleArgs[]>>;

const sources = {
  messages: ['src/messages/message.ts', 'Messages'],
  faults: ['src/evidence/fault.ts', 'FaultArgs'],
  spec: ['src/messages/codes/spec.ts', 'SpecMessages'],
} as const;
export type Source = keyof typeof sources;

/** Reads the types of all arguments and makes values of them: a text becomes `‹its name›`, a number 3. */
export function sampleArgs(root: string): Readonly<Record<Source, Samples>> {
  const files = Object.values(sources).map(([file]) => join(root, file));
  // Only types of our own are looked at: the whole standard library would take most of the time.
  const program = ts.createProgram(files, { strict: true, lib: ['lib.es5.d.ts'], types: [], noEmit: true });
  const read = (source: Source): Samples => {
    const [file, name] = sources[source];
    return samplesOf(program, join(root, file), name);
  };
  // It carries a fault, and has that fault's text.
  const { 'check.fault': _, ...messages } = read('messages');
  return { messages, faults: read('faults'), spec: read('spec') };
}

function samplesOf(program: ts.Program, path: string, name: string): Samples {
  const file = program.getSourceFile(path);
  const declaration = file?.statements.find(
    (node) => ts.isInterfaceDeclaration(node) && node.name.text === name,
  );
  if (!file || !declaration) throw new Error(`${path} declares no interface ${name}.`);
  const checker = program.getTypeChecker();
  const codes = checker.getPropertiesOfType(checker.getTypeAtLocation(declaration));
  return Object.fromEntries(
    codes.map((code) => {
      const type = checker.getTypeOfSymbolAtLocation(code, declaration);
      return [code.name, variantsOf({ checker, at: declaration }, type, code.name) as readonly SampleArgs[]];
    }),
  );
}

interface Place {
  readonly checker: ts.TypeChecker;
  readonly at: ts.Node;
}

/** The first variant has everything; each further one differs from it in one thing. */
function variantsOf(place: Place, type: ts.Type, name: string): readonly unknown[] {
  const { checker } = place;
  if (type.isUnion() && !isBoolean(type)) {
    const parts = type.types.filter(
      (part) => (part.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) === 0,
    );
    return parts.flatMap((part) => variantsOf(place, part, name));
  }
  if (type.isStringLiteral() || type.isNumberLiteral()) return [type.value];
  if (type.flags & ts.TypeFlags.String) return [`‹${name}›`];
  if (type.flags & ts.TypeFlags.Number) return [3, 2, 1, 0];
  if (type.flags & ts.TypeFlags.BooleanLike) return [true, false];
  if (checker.isArrayType(type) || checker.isTupleType(type)) {
    const [element] = checker.getTypeArguments(type as ts.TypeReference);
    const items = element ? variantsOf(place, element, name) : [];
    return [items.slice(0, 2), items, items.slice(0, 1)].filter((list) => list.length > 0);
  }
  if (type.flags & ts.TypeFlags.Object || type.isIntersection()) return objectsOf(place, type);
  throw new Error(`No sample is known for ${name}: ${checker.typeToString(type)}.`);
}

const isBoolean = (type: ts.Type): boolean => (type.flags & ts.TypeFlags.Boolean) !== 0;

function objectsOf(place: Place, type: ts.Type): readonly SampleArgs[] {
  const keys = place.checker.getPropertiesOfType(type).map((symbol) => {
    const inner = place.checker.getTypeOfSymbolAtLocation(symbol, place.at);
    const isOptional = (symbol.flags & ts.SymbolFlags.Optional) !== 0;
    return { name: symbol.name, isOptional, variants: variantsOf(place, inner, symbol.name) };
  });
  const full = Object.fromEntries(keys.map(({ name, variants }) => [name, variants[0]]));
  const others = keys.flatMap(({ name, isOptional, variants }) => [
    ...variants.slice(1).map((value) => ({ ...full, [name]: value })),
    ...(isOptional ? [Object.fromEntries(Object.entries(full).filter(([key]) => key !== name))] : []),
  ]);
  const bare = Object.fromEntries(
    keys.filter((key) => !key.isOptional).map(({ name, variants }) => [name, variants[0]]),
  );
  return [full, ...others, ...(isLess(bare, keys.length) ? [bare] : [])];
}

/** Without anything optional; an object of nothing but optional parts always has one of them, such as a text in one language. */
const isLess = (bare: SampleArgs, all: number): boolean =>
  Object.keys(bare).length > 0 && Object.keys(bare).length < all;
