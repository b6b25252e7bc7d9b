/** Words of one command, quotes taken off: `['apt', 'install', '-y', 'nginx']`. */
export type Command = readonly string[];

/** More are not typed by hand. */
const mostCommands = 60;
const deepest = 3;
/** In characters. */
const longestLine = 8192;

/**
 * The commands of a line as a shell reads it: apart at `;`, `&&`, `||`, `|`, `&` and line ends, without the words before a command that change nothing of what
 * it is (`sudo`, `env`, assignments), each called by its name without its folder. What `sh -c` is given is read too.
 */
export function commandsOf(line: string, depth = 0): readonly Command[] {
  return splitLine(line.slice(0, longestLine))
    .slice(0, mostCommands)
    .flatMap((words) => {
      const command = withoutWrappers(words);
      const inner = depth < deepest ? scriptOf(command) : undefined;
      if (inner !== undefined) return [command, ...commandsOf(inner, depth + 1)];
      return command.length === 0 ? [] : [command];
    });
}

const PIECE =
  /\\\n|\\([^])|'([^']*)'?|"((?:[^"\\]|\\[^])*)"?|(;;?|&&?|\|[|&]?|\n|[()])|([<>]+&?)|([ \t]+)|(#)|([^\\'";&|\n()<> \t#]+)/g;

/** Words between the marks that end a command; redirections and comments are no words of it. */
function splitLine(line: string): readonly Command[] {
  const commands: string[][] = [[]];
  let word: string | undefined;
  let isTarget = false;
  let isComment = false;
  const endWord = (): void => {
    if (word !== undefined && !isTarget) commands.at(-1)?.push(word);
    if (word !== undefined) isTarget = false;
    word = undefined;
  };
  for (const [piece, escaped, single, double, ends, redirects, blank, hash, plain] of line.matchAll(PIECE)) {
    if (isComment && piece !== '\n') continue;
    if (ends !== undefined) {
      endWord();
      isTarget = false;
      isComment = false;
      commands.push([]);
    } else if (redirects !== undefined) {
      // `2>` is the number of a stream.
      if (word !== undefined && /^\d$/.test(word)) word = undefined;
      endWord();
      isTarget = true;
    } else if (blank !== undefined) endWord();
    else if (hash !== undefined && word === undefined) isComment = true;
    else if (piece !== '\\\n')
      word = (word ?? '') + (escaped ?? single ?? double?.replace(/\\(["\\$`\n])/g, '$1') ?? plain ?? piece);
  }
  endWord();
  return commands.filter((words) => words.length > 0);
}

const wrappers: Readonly<Record<string, RegExp | undefined>> = {
  sudo: /^-(?:[ugpCTh]|-user|-group)$/,
  env: /^-[uCS]$/,
  nice: /^-n$/,
  timeout: /^-[ks]$/,
  stdbuf: /^-[ioe]$/,
  command: undefined,
  builtin: undefined,
  exec: /^-a$/,
  nohup: undefined,
  time: undefined,
  setsid: undefined,
};
const keywords = /^(?:then|do|else|elif|if|while|until|!|\{|\})$/;

function withoutWrappers(words: Command): Command {
  let rest = [...words];
  for (;;) {
    const [first = ''] = rest;
    const name = nameOf(first);
    if (keywords.test(first) || /^[A-Za-z_]\w*\+?=/.test(first)) rest = rest.slice(1);
    else if (Object.hasOwn(wrappers, name) && rest.length > 1) {
      const takesValue = wrappers[name];
      rest = rest.slice(1);
      while (rest[0]?.startsWith('-')) rest = rest.slice(takesValue?.test(rest[0]) ? 2 : 1);
      if (name === 'timeout') rest = rest.slice(1);
    } else break;
  }
  const [first, ...more] = rest;
  if (first === undefined) return [];
  // What `service` does, done by hand.
  const script = /^\/etc\/(?:init\.d|rc\d?\.d)\/([\w.-]+)$/.exec(first)?.[1];
  return script === undefined ? [nameOf(first), ...more] : ['service', script, ...more];
}

/** `/usr/bin/python3` is `python3`. */
const nameOf = (word: string): string => word.replace(/^.*\/(?=[^/]+$)/, '');

function scriptOf([name = '', ...words]: Command): string | undefined {
  if (!/^(?:ba|da|a)?sh$/.test(name)) return undefined;
  const at = words.findIndex((word) => /^-[a-z]*c$/.test(word));
  return at < 0 ? undefined : words[at + 1];
}

/** A command as one text: words apart by one blank, those that need it in quotes. */
export const formatCommand = (command: Command): string =>
  command
    .map((word) => (/^[\w@%+=:,./~*?[\]{}$-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`))
    .join(' ');

/**
 * Whether a command is the one that is wanted: the same name, and the wanted words among its own, in their order. It may have more options and more words: `apt install -y curl nginx` is
 * `apt install nginx`. What is wanted with an option is wanted with it.
 */
export function isCommand(command: Command, wanted: Command): boolean {
  const [name = '', ...words] = command;
  const [wantedName = '', ...wantedWords] = wanted;
  if (plainName(name) !== plainName(wantedName)) return false;
  let at = 0;
  for (const word of words) if (at < wantedWords.length && word === wantedWords[at]) at += 1;
  return at === wantedWords.length;
}

/** `apt` and `apt-get` do the same with the same words, and `python3.12` is a `python3`. */
const plainName = (name: string): string =>
  name.replace(/^apt-get$/, 'apt').replace(/^(python3)(?:\.\d+)?$/, '$1');
