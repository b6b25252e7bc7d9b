import { plural } from '../../text/number';
import type { Sort } from '../codes/expectation';
import type { Place, SpecTexts, UnknownWord } from '../codes/spec';
import { joinList } from '../../text/list';
import { malformed, sorts } from './malformed';
import { yamlSyntax } from './yaml-syntax';

const or = (words: readonly string[]): string => joinList(words, 'en', 'or');
const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MiB`;

/** The nearest word, and all of them where these are few or nothing is near. */
const meant = ({ nearest, known }: UnknownWord): string =>
  (nearest === undefined ? '' : `; did you mean "${nearest}"?`) +
  (known.length === 0 || (nearest !== undefined && known.length > 12) ? '' : ` (known: ${known.join(', ')})`);

const places: Readonly<Record<Place, string>> = {
  lab: 'a lab',
  task: 'a task',
  check: 'a check',
  title: 'this text',
  subject: 'this key',
};
const placeOf = (place: Place, kind: string | undefined): string =>
  kind === undefined || place === 'title'
    ? places[place]
    : place === 'subject'
      ? `"${kind}"`
      : `a check of "${kind}"`;

const parts = (limit: number): string => plural(limit, { one: 'part', other: 'parts' }, 'en');

export const spec: SpecTexts = {
  'lab.no-labs-folder': ({ folder }) => `there is no folder of labs: ${folder}`,
  'lab.no-labs': ({ folder }) => `there is no lab in ${folder}`,
  'lab.no-such-lab': ({ name, nearest, known }) =>
    `there is no lab "${name}"${nearest === undefined ? '' : `; did you mean "${nearest}"?`}${known.length === 0 ? '' : ` (known: ${known.join(', ')})`}`,
  'lab.several-meant': ({ name, meant: labs }) =>
    `"${name}" can mean ${or(labs)}: type the one that you mean`,
  'lab.same-id': ({ id, other }) => `${other} has the id "${id}" already: give this lab another one`,
  'lab.no-file': ({ folder }) => `there is no lab.yaml in ${folder}`,
  'lab.no-such-file': () => 'there is no such file',
  'lab.not-a-file': () => 'this is not a file',
  'lab.symlink-loop': () => 'symbolic links lead in a circle',
  'lab.unreadable': ({ reason }) => `the file cannot be read (${reason})`,
  'lab.too-large': ({ limit }) => `the file is larger than ${megabytes(limit)}, which no lab is`,
  'lab.binary': () => 'this is no text file, neither in UTF-8 nor in UTF-16',
  'lab.empty': () => 'the file has no lab in it',
  'lab.several-documents': () => 'a file has one lab; "---" starts a second document',
  'lab.not-a-mapping': ({ found }) => `a lab is a mapping (key: value) and not ${sorts[found]}`,
  'lab.too-deep': ({ limit }) =>
    `this is nested more than ${limit} ${plural(limit, { one: 'level', other: 'levels' }, 'en')} deep`,
  'lab.too-many-parts': ({ limit }) => `the file has more than ${limit} ${parts(limit)}, which no lab has`,
  'lab.too-many-aliases': ({ limit }) => `aliases (*name) repeat more than ${limit} ${parts(limit)}`,
  'lab.newer': ({ version }) => `this lab was written for a newer Vigie (vigie: ${version}): update Vigie`,
  'yaml.syntax': ({ syntax, detail }) => yamlSyntax[syntax] ?? `this is not YAML: ${detail}`,
  'yaml.duplicate-key': ({ key, line }) => `the key "${key}" is already on line ${line}`,
  'yaml.key-not-text': () => 'a key is a word',
  'yaml.unknown-alias': ({ name }) => `there is no anchor &${name} before this alias`,
  'yaml.merge': () => '"<<" takes an alias of a mapping (<<: *name)',
  'key.unknown': ({ key, place, kind, ...word }) =>
    `${placeOf(place, kind)} has no key "${key}"${meant(word)}`,
  'key.missing': ({ key, place, kind }) => `${placeOf(place, kind)} needs the key "${key}"`,
  'value.sort': sortText,
  'value.unknown': ({ value, ...word }) => `"${value}" is not known here${meant(word)}`,
  'value.too-small': ({ minimum, exclusive }) =>
    `this must be ${exclusive ? 'more than' : 'at least'} ${minimum}`,
  'value.too-large': ({ maximum }) => `this must be at most ${maximum}`,
  'value.malformed': ({ reason, part }) => malformed[reason](part),
  'id.malformed': ({ id }) =>
    `"${id}" is no id: letters, digits, "-", "_" and "." only, 64 at most, a letter or digit first`,
  'text.empty': () => 'this text is empty',
  'list.empty': () => 'this list is empty',
  'lab.no-tasks': () => 'a lab needs a task',
  'lab.points': ({ sum, scale }) =>
    `the points of the tasks (bonus apart) add up to ${sum} and not to the scale, ${scale}`,
  'lab.pass-above-scale': ({ pass, scale }) => `the pass mark ${pass} is above the scale, ${scale}`,
  'mirror.malformed': ({ mirror }) =>
    `"${mirror}" is no mirror: write its host, with its port if it has one (mirror.example.org:5000), without https:// and without a path`,
  'digest.malformed': ({ digest }) =>
    `"${digest}" is no digest: sha256: and 64 hexadecimal digits in lower case`,
  'task.duplicate-id': ({ id, line }) => `the task "${id}" is already on line ${line}`,
  'task.unknown-need': ({ need, ...word }) => `there is no task "${need}"${meant(word)}`,
  'task.needs-itself': () => 'a task cannot need itself',
  'task.cycle': ({ ids }) => `tasks need each other in a circle: ${ids.join(' → ')}`,
  'task.no-checks': () => 'a task needs a check',
  'task.no-weight': () => 'all checks of this task have the weight 0: nothing can earn its points',
  'check.duplicate-id': ({ id, line }) => `the check "${id}" is already on line ${line}`,
  'check.no-kind': ({ key, ...word }) =>
    key === undefined
      ? `a check starts with its kind${meant(word)}`
      : `"${key}" is no kind of check${meant(word)}`,
  'check.two-kinds': ({ first, second }) =>
    `a check has one kind: this one is of "${first}"; start another with "- ${second}:"`,
  'check.no-port': ({ value }) => `"${value}" is no port: write a number from 1 to 65535, or 53/udp`,
  'name.impossible': ({ named, value, form }) =>
    `no ${named} can be called "${value}": at least two characters, letters, digits, "_", "." and "-" only, a letter or digit first; no pattern and no variable` +
    (form === undefined ? '' : `. Write "${form}"`),
  'name.no-path': ({ value, form }) =>
    `"${value}" is no path in a container: it starts with "/" and holds no null character` +
    (form === undefined ? '' : `. Write "${form}"`),
  'check.asserts-nothing': ({ kind }) =>
    `this check asserts nothing; say something of the ${kind}, or "exists: true"`,
  'check.absent-and-more': ({ key }) => `with "exists: false" there is nothing that could have "${key}"`,
  'check.event-never-known': () =>
    'this can never pass: the engine forgets, and that nothing more happened is known of one container only. Name the container, without `earlier`; or ask for what has to happen, and have `npm run watch` record from the start',
  'name.unusual': ({ value, form }) =>
    `"${value}" is taken for the name of a network as it stands: nothing here is a variable, and a pattern only stands between two "/" in assertions` +
    (form === undefined ? '' : `. Did you mean "${form}"?`),
  'check.event-never-lost': ({ because }) =>
    (because === 'earlier' ? 'with `earlier: true`' : 'without a container') +
    ', nobody knows that all was seen: whoever did not do this loses no point, and the grade stays incomplete. ' +
    'Name one container, without `earlier`, or check what is left of it (of a pull: `pulled: true`); to keep it, have `npm run watch` record from the start, so that whatever was done is seen',
  'check.within-unchanging': ({ kind }) => `waiting changes nothing for a check of "${kind}"`,
  'check.same-as-attribute': ({ kind, attribute, ...word }) =>
    `"${kind}" has no "${attribute}"${meant(word)}`,
  'expectation.empty': () => 'this expects nothing',
  'expectation.sort': sortText,
  'expectation.list-of-one': () => 'there is one value only, which cannot be all of these: use "any: […]"',
  'expectation.unknown-value': ({ value, ...word }) => `it is never "${value}"${meant(word)}`,
  'expectation.unknown-matcher': ({ name, ...word }) => `there is no matcher "${name}"${meant(word)}`,
  'expectation.malformed': ({ reason, part }) => malformed[reason](part),
  'expectation.matcher-does-not-apply': ({ matcher, type }) => `"${matcher}" does not apply to a ${type}`,
  'expectation.matcher-as-key': ({ matcher, shape }) =>
    shape === 'document'
      ? `"${matcher}" would be taken for a path here: put the matcher behind a path (Config.Env: { ${matcher}: … })`
      : `"${matcher}" is a matcher for the whole map, which does not stand beside keys: write it alone or in "all: […]"`,
  'expectation.pattern-not-taken': ({ type }) => `a pattern does not apply to a ${type}`,
  'expectation.out-of-range': ({ value, from, to }) =>
    `${value} is never seen here: it is between ${from} and ${to}`,
  'expectation.same-as': ({ value }) =>
    `"${value}" refers to nothing: write container/web.id (kind/name.attribute)`,
  'expectation.same-as-differs': ({ attribute, because, wanted, found }) =>
    ({
      'needs-key': `"${attribute}" has several entries: name one, "….${attribute}[key]"`,
      'no-keys': `"${attribute}" has no keys: write "….${attribute}"`,
      list: `"${attribute}" has several values, and there is only one to compare`,
      type: `"${attribute}" (a ${found}) can never be the same as what is compared here (a ${wanted})`,
    })[because],
  'expectation.same-as-kind': ({ kind, ...word }) => `there is no kind of check "${kind}"${meant(word)}`,
};

function sortText({ wanted, found }: { readonly wanted: readonly Sort[]; readonly found: Sort }): string {
  const words = or(wanted.map((sort) => sorts[sort]));
  if (found === 'nothing') return `a value is missing here: ${words}`;
  if (wanted.includes('finite number')) return `this must be ${words}`;
  const needsQuotes = wanted.join() === 'text' && (found === 'number' || found === 'boolean');
  return `this must be ${words}, not ${sorts[found]}${needsQuotes ? ': put it in quotes' : ''}`;
}
