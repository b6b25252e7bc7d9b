import type { Language } from '../../text/language';
import { localize } from '../../text/language';
import type { Lab } from '../../spec/lab';
import { displayWidth, escapeTerminal } from '../../text/terminal';
import { isProved, type Equivalent, type MutantProof, type Survivor, type WrongHost } from '../proof';
import { sayMutant } from './mutant-words';
import { words } from './words';

/** One lab: whether it is proved, what is not, and with `full` every assertion with the number of wrong hosts that it has found out. */
export function proofText(lab: Lab, proof: MutantProof, language: Language, full: boolean): string {
  const word = words[language];
  const verdict = isProved(proof) ? word.proved : word.notProved;
  const played = proof.sessions.length > 0 ? [word.played(proof.sessions.length)] : [];
  const tried = [word.tried(proof.mutants, proof.faults), ...played].join(', ');
  const lines = [
    `${lab.id} · ${localize(lab.title, language, lab.lang)}${word.colon}${verdict} (${tried})`,
    ...listed(
      word.unmet,
      proof.unmet.map(({ check, outcome, code }) => [check, outcome, code ?? ''].join(' ').trimEnd()),
    ),
    ...listed(
      word.survivors,
      proof.survivors.map((survivor) => survivorLine(survivor, language)),
    ),
    ...listed(
      word.strays,
      proof.strays.map(
        (stray) =>
          `${wrongHost(stray, language)}${word.semicolon}${word.stray(stray.lost)} (${stray.outcome})`,
      ),
    ),
    ...listed(word.untried, untried(proof)),
    ...listed(
      word.stale,
      proof.stale.map((one) => declaration(one, language)),
    ),
    ...listed(
      word.equivalents,
      proof.equivalents.map((one) => declaration(one, language)),
    ),
    ...(full ? assertionTable(proof, language) : []),
  ];
  return lines.map((line) => `${escapeTerminal(line)}\n`).join('');
}

const listed = (title: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [`  ${title}`, ...items.map((item) => `    ${item}`)];

const untried = ({ assertions }: MutantProof): string[] =>
  assertions
    .filter(({ mutants, sessions }) => mutants + sessions === 0)
    .map(({ check, assertion }) => `${check} ${assertion}`);

/** `web.1 http.empty-body: an empty page` */
const wrongHost = (wrong: WrongHost, language: Language): string =>
  `${wrong.check} ${wrong.code}${words[language].colon}${sayMutant(wrong, language)}`;

function survivorLine(survivor: Survivor, language: Language): string {
  const { because, letThrough, semicolon } = words[language];
  const through = survivor.letThrough.length > 0 ? [`${letThrough} ${survivor.letThrough.join(', ')}`] : [];
  return [wrongHost(survivor, language), because[survivor.because], ...through].join(semicolon);
}

const declaration = ({ check, mutant, reason }: Equivalent, language: Language): string =>
  `${check} ${mutant}${words[language].colon}${reason}`;

function assertionTable({ assertions }: MutantProof, language: Language): string[] {
  const word = words[language];
  const isPlayed = assertions.some(({ sessions }) => sessions > 0);
  const rows = [
    [word.assertion, word.hosts, ...(isPlayed ? [word.sessions] : [])],
    ...assertions.map(({ check, assertion, mutants, sessions }) => [
      `${check} ${assertion}`,
      String(mutants),
      ...(isPlayed ? [String(sessions)] : []),
    ]),
  ];
  const width = Math.max(...rows.map(([name = '']) => displayWidth(name)));
  return rows.map(([name = '', ...numbers]) => {
    const padding = ' '.repeat(width - displayWidth(name));
    return `  ${name}${padding}${numbers.map((number) => number.padStart(10)).join('')}`;
  });
}
