import { gitHub } from './github-packages';

/** `github`, `inputs`, `steps`, … as plain data. */
export type Contexts = Readonly<Record<string, unknown>>;

/** How the steps before have gone. */
export type Status = 'success' | 'failure';

const { data, Lexer, Parser, Evaluator } = gitHub.expressions;

/** A text with `${{ … }}` in it, as a step gets it. */
export function fillIn(text: string, contexts: Contexts, status: Status = 'success'): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
    evaluate(expression, contexts, status).coerceString(),
  );
}

/** `if:` of a step or a job. Where no function asks for the status, it has to be success. */
export function holds(condition: unknown, contexts: Contexts, status: Status): boolean {
  const expression = String(condition ?? 'success()').replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1');
  if (!/\b(success|failure|always|cancelled)\s*\(/.test(expression) && status === 'failure') return false;
  const value = evaluate(expression, contexts, status);
  return !['', 'false', '0', 'null'].includes(value.coerceString());
}

function evaluate(expression: string, contexts: Contexts, status: Status) {
  const { tokens } = new Lexer(expression).lex();
  const of = (value: boolean) => () => new data.BooleanData(value);
  const functions = [
    ['success', of(status === 'success')],
    ['failure', of(status === 'failure')],
    ['always', of(true)],
    ['cancelled', of(false)],
  ] as const;
  const definitions = functions.map(([name, call]) => ({ name, minArgs: 0, maxArgs: 0, call }));
  const parsed = new Parser(tokens, Object.keys(contexts), definitions).parse();
  const context = JSON.parse(JSON.stringify(contexts), data.reviver) as InstanceType<typeof data.Dictionary>;
  return new Evaluator(parsed, context, new Map(definitions.map((one) => [one.name, one]))).evaluate();
}
