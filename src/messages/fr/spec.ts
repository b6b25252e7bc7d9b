import { plural } from '../../text/number';
import type { Sort } from '../codes/expectation';
import type { Place, SpecTexts, UnknownWord } from '../codes/spec';
import { joinList } from '../../text/list';
import { malformed, sorts } from './malformed';
import { yamlSyntax } from './yaml-syntax';

const or = (words: readonly string[]): string => joinList(words, 'fr', 'or');
const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} Mio`;

/** The nearest word, and all of them where these are few or nothing is near. */
const meant = ({ nearest, known }: UnknownWord): string =>
  (nearest === undefined ? '' : ` ; vouliez-vous dire « ${nearest} » ?`) +
  (known.length === 0 || (nearest !== undefined && known.length > 12)
    ? ''
    : ` (connus : ${known.join(', ')})`);

const places: Readonly<Record<Place, string>> = {
  lab: 'un lab',
  task: 'une tâche',
  check: 'une vérification',
  title: 'ce texte',
  subject: 'cette clé',
};
const placeOf = (place: Place, kind: string | undefined): string =>
  kind === undefined || place === 'title'
    ? places[place]
    : place === 'subject'
      ? `« ${kind} »`
      : `une vérification « ${kind} »`;

const parts = (limit: number): string => plural(limit, { one: 'élément', other: 'éléments' }, 'fr');

export const spec: SpecTexts = {
  'lab.no-labs-folder': ({ folder }) => `il n’y a pas de dossier de labs : ${folder}`,
  'lab.no-labs': ({ folder }) => `il n’y a pas de lab dans ${folder}`,
  'lab.no-such-lab': ({ name, nearest, known }) =>
    `il n’y a pas de TP « ${name} »${nearest === undefined ? '' : ` ; vouliez-vous dire « ${nearest} » ?`}${known.length === 0 ? '' : ` (connus : ${known.join(', ')})`}`,
  'lab.several-meant': ({ name, meant: labs }) => `« ${name} » peut désigner ${or(labs)} : précisez lequel`,
  'lab.same-id': ({ id, other }) =>
    `${other} porte déjà l’identifiant « ${id} » : donnez-en un autre à ce TP`,
  'lab.no-file': ({ folder }) => `il n’y a pas de lab.yaml dans ${folder}`,
  'lab.no-such-file': () => 'ce fichier n’existe pas',
  'lab.not-a-file': () => 'ce n’est pas un fichier',
  'lab.symlink-loop': () => 'les liens symboliques tournent en rond',
  'lab.unreadable': ({ reason }) => `le fichier est illisible (${reason})`,
  'lab.too-large': ({ limit }) => `le fichier dépasse ${megabytes(limit)}, ce qu’aucun lab n’atteint`,
  'lab.binary': () => 'ce n’est un fichier texte ni en UTF-8 ni en UTF-16',
  'lab.empty': () => 'le fichier ne contient pas de lab',
  'lab.several-documents': () => 'un fichier contient un seul lab ; « --- » commence un second document',
  'lab.not-a-mapping': ({ found }) => `un lab est un ensemble de clés (clé: valeur), pas ${sorts[found]}`,
  'lab.too-deep': ({ limit }) =>
    `l’imbrication dépasse ${limit} ${plural(limit, { one: 'niveau', other: 'niveaux' }, 'fr')}`,
  'lab.too-many-parts': ({ limit }) =>
    `le fichier a plus de ${limit} ${parts(limit)}, ce qu’aucun lab n’atteint`,
  'lab.too-many-aliases': ({ limit }) => `les alias (*nom) répètent plus de ${limit} ${parts(limit)}`,
  'lab.newer': ({ version }) =>
    `ce lab est écrit pour une version plus récente (vigie: ${version}) : mettez Vigie à jour`,
  'yaml.syntax': ({ syntax, detail }) => yamlSyntax[syntax] ?? `ce n’est pas du YAML : ${detail}`,
  'yaml.duplicate-key': ({ key, line }) => `la clé « ${key} » est déjà à la ligne ${line}`,
  'yaml.key-not-text': () => 'une clé est un mot',
  'yaml.unknown-alias': ({ name }) => `il n’y a pas d’ancre &${name} avant cet alias`,
  'yaml.merge': () => '« << » prend l’alias d’un ensemble de clés (<<: *nom)',
  'key.unknown': ({ key, place, kind, ...word }) =>
    `${placeOf(place, kind)} n’a pas de clé « ${key} »${meant(word)}`,
  'key.missing': ({ key, place, kind }) => `il manque la clé « ${key} » à ${placeOf(place, kind)}`,
  'value.sort': sortText,
  'value.unknown': ({ value, ...word }) => `« ${value} » n’est pas connu ici${meant(word)}`,
  'value.too-small': ({ minimum, exclusive }) =>
    `il faut ${exclusive ? `plus de ${minimum}` : `au moins ${minimum}`}`,
  'value.too-large': ({ maximum }) => `il faut au plus ${maximum}`,
  'value.malformed': ({ reason, part }) => malformed[reason](part),
  'id.malformed': ({ id }) =>
    `« ${id} » n’est pas un identifiant : lettres sans accent, chiffres, « - », « _ » et « . », 64 au plus, d’abord une lettre ou un chiffre`,
  'text.empty': () => 'ce texte est vide',
  'list.empty': () => 'cette liste est vide',
  'lab.no-tasks': () => 'un lab a au moins une tâche',
  'lab.points': ({ sum, scale }) =>
    `la somme des points des tâches (hors bonus) fait ${sum} et non ${scale}, l’échelle de la note`,
  'lab.pass-above-scale': ({ pass, scale }) => `la note de passage ${pass} dépasse l’échelle, ${scale}`,
  'mirror.malformed': ({ mirror }) =>
    `« ${mirror} » n’est pas un miroir : écrivez son hôte, avec son port s’il en a un (mirror.example.org:5000), sans https:// ni chemin`,
  'digest.malformed': ({ digest }) =>
    `« ${digest} » n’est pas une empreinte : sha256: et 64 chiffres hexadécimaux en minuscules`,
  'task.duplicate-id': ({ id, line }) => `la tâche « ${id} » est déjà à la ligne ${line}`,
  'task.unknown-need': ({ need, ...word }) => `il n’y a pas de tâche « ${need} »${meant(word)}`,
  'task.needs-itself': () => 'une tâche ne peut pas dépendre d’elle-même',
  'task.cycle': ({ ids }) => `des tâches dépendent l’une de l’autre en rond : ${ids.join(' → ')}`,
  'task.no-checks': () => 'une tâche a au moins une vérification',
  'task.no-weight': () =>
    'toutes les vérifications de cette tâche ont le poids 0 : rien ne peut rapporter ses points',
  'check.duplicate-id': ({ id, line }) => `la vérification « ${id} » est déjà à la ligne ${line}`,
  'check.no-kind': ({ key, ...word }) =>
    key === undefined
      ? `une vérification commence par son genre${meant(word)}`
      : `« ${key} » n’est pas un genre de vérification${meant(word)}`,
  'check.two-kinds': ({ first, second }) =>
    `une vérification a un seul genre : celle-ci est « ${first} » ; commencez-en une autre par « - ${second}: »`,
  'check.no-port': ({ value }) =>
    `« ${value} » n’est pas un port : écrivez un nombre de 1 à 65535, ou 53/udp`,
  'name.impossible': ({ named, value, form }) =>
    `aucun ${named === 'container' ? 'conteneur' : 'volume'} ne peut s’appeler « ${value} » : au moins deux caractères, des lettres, des chiffres, « _ », « . » et « - » seulement, une lettre ou un chiffre d’abord ; ni motif ni variable` +
    (form === undefined ? '' : `. Écrivez « ${form} »`),
  'name.no-path': ({ value, form }) =>
    `« ${value} » n’est pas un chemin dans un conteneur : il commence par « / » et ne contient pas de caractère nul` +
    (form === undefined ? '' : `. Écrivez « ${form} »`),
  'check.asserts-nothing': ({ kind }) =>
    `cette vérification n’affirme rien ; dites quelque chose de « ${kind} », ou « exists: true »`,
  'check.absent-and-more': ({ key }) => `avec « exists: false », rien ne peut avoir « ${key} »`,
  'check.event-never-known': () =>
    'cela ne peut jamais réussir : le moteur oublie, et l’on ne sait que d’un conteneur précis que rien de plus ne s’est passé. Nommez le conteneur, sans `earlier` ; ou demandez ce qui doit arriver, et faites enregistrer dès le début avec `npm run watch`',
  'name.unusual': ({ value, form }) =>
    `« ${value} » est pris tel quel pour le nom d’un réseau : rien ici n’est une variable, et seules les assertions ont des motifs, entre deux « / »` +
    (form === undefined ? '' : `. Vouliez-vous dire « ${form} » ?`),
  'check.event-never-lost': ({ because }) =>
    (because === 'earlier' ? 'avec `earlier`' : 'sans conteneur précis') +
    ', on ne sait jamais si tout a été vu : qui ne l’a pas fait ne perd aucun point, et sa note reste incomplète. ' +
    'Nommez un conteneur, sans `earlier`, ou vérifiez ce qu’il en reste (d’un téléchargement : `pulled`) ; pour garder cette vérification, faites enregistrer dès le début avec `npm run watch`, afin que ce qui est fait soit vu',
  'check.within-unchanging': ({ kind }) => `attendre ne change rien à une vérification « ${kind} »`,
  'check.same-as-attribute': ({ kind, attribute, ...word }) =>
    `« ${kind} » n’a pas de « ${attribute} »${meant(word)}`,
  'expectation.empty': () => 'ceci n’attend rien',
  'expectation.sort': sortText,
  'expectation.list-of-one': () =>
    'il n’y a qu’une valeur, qui ne peut pas être tout cela : utilisez « any: […] »',
  'expectation.unknown-value': ({ value, ...word }) => `ce n’est jamais « ${value} »${meant(word)}`,
  'expectation.unknown-matcher': ({ name, ...word }) =>
    `il n’y a pas de comparaison « ${name} »${meant(word)}`,
  'expectation.malformed': ({ reason, part }) => malformed[reason](part),
  'expectation.matcher-does-not-apply': ({ matcher, type }) =>
    `« ${matcher} » ne s’applique pas ici (type ${type})`,
  'expectation.matcher-as-key': ({ matcher, shape }) =>
    shape === 'document'
      ? `« ${matcher} » serait pris ici pour un chemin : mettez la comparaison derrière un chemin (Config.Env: { ${matcher}: … })`
      : `« ${matcher} » est une comparaison de tout l’ensemble, et ne se met pas à côté de clés : écrivez-la seule ou dans « all: […] »`,
  'expectation.pattern-not-taken': ({ type }) => `un motif ne s’applique pas ici (type ${type})`,
  'expectation.out-of-range': ({ value, from, to }) =>
    `${value} ne se voit jamais ici : la valeur est entre ${from} et ${to}`,
  'expectation.same-as': ({ value }) =>
    `« ${value} » ne désigne rien : écrivez container/web.id (genre/nom.attribut)`,
  'expectation.same-as-differs': ({ attribute, because, wanted, found }) =>
    ({
      'needs-key': `« ${attribute} » a plusieurs entrées : nommez-en une, « ….${attribute}[clé] »`,
      'no-keys': `« ${attribute} » n’a pas de clés : écrivez « ….${attribute} »`,
      list: `« ${attribute} » a plusieurs valeurs, et il n’y en a qu’une à comparer`,
      type: `« ${attribute} » (type ${found}) ne peut jamais être égal à ce qui est comparé ici (type ${wanted})`,
    })[because],
  'expectation.same-as-kind': ({ kind, ...word }) =>
    `il n’y a pas de genre de vérification « ${kind} »${meant(word)}`,
};

function sortText({ wanted, found }: { readonly wanted: readonly Sort[]; readonly found: Sort }): string {
  const words = or(wanted.map((sort) => sorts[sort]));
  if (found === 'nothing') return `il manque une valeur : ${words}`;
  if (wanted.includes('finite number')) return `il faut ${words}`;
  const needsQuotes = wanted.join() === 'text' && (found === 'number' || found === 'boolean');
  return `il faut ${words}, pas ${sorts[found]}${needsQuotes ? ' : mettez des guillemets' : ''}`;
}
