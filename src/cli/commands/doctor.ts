import type { Endpoint } from '../../collect/connect/endpoint';
import type { Preferences } from '../../collect/connect/find-endpoint';
import { thisWorld } from '../../collect/connect/world';
import type { Identity } from '../../collect/engine/identify';
import { chooseKind, type KindChoice } from '../../cleanroom';
import { exitCodes, type ExitCode } from '../../grading/exit-code';
import { loadLabs } from '../../grading/load-labs';
import { probeEngine } from '../../grading/probe-engine';
import { graderVersion } from '../../grading/version';
import type { Language } from '../../text/language';
import { escapeTerminal } from '../../text/terminal';
import type { Io } from '../io';
import { sayFault } from '../say';
import { limitsOf } from './doctor-limits';

/** `vigie doctor`: which engine would be graded, how it was chosen, and what keeps it from being graded. */
export async function doctor(preferences: Preferences, io: Io): Promise<ExitCode> {
  const word = words[io.language];
  const line = (name: string, value: string): void => {
    io.out(`${name.padEnd(word.width)} ${escapeTerminal(value)}\n`);
  };
  line('Vigie', `${graderVersion} (Node ${process.versions.node}, ${process.platform} ${process.arch})`);
  const [{ endpoint, engine }, room] = await Promise.all([
    probeEngine(thisWorld(), preferences),
    chooseKind(),
  ]);
  if (endpoint) {
    line(word.address, `${endpoint.url} (${sourceOf(endpoint, io.language)})`);
    line(word.ports, endpoint.portsAt);
  }
  line(word.room, roomText(room, io.language));
  if ('code' in engine) {
    io.out(`${word.engine.padEnd(word.width)} ${word.notUsable} [${engine.code}]\n`);
    io.err(sayFault(engine, io));
    return exitCodes.incomplete;
  }
  describeEngine(engine, line, word);
  for (const part of [engine.missing.version, engine.missing.info]) if (part) io.err(sayFault(part, io));
  const labs = loadLabs([], 'labs', io.cwd);
  const limits = labs.ok ? limitsOf(labs.value, engine, io.language) : [];
  for (const limit of limits) io.out(`${escapeTerminal(limit)}\n`);
  io.out(`${limits.length === 0 ? word.ready : word.canGrade}\n`);
  return exitCodes.reached;
}

function describeEngine(engine: Identity, line: (name: string, value: string) => void, word: Words): void {
  const flavour = engine.flavour === 'podman' ? 'Podman' : 'Docker';
  line(
    word.engine,
    `${flavour} ${engine.version}, API ${engine.apiVersion}, ${engine.os}/${engine.arch ?? '?'}`,
  );
  if (engine.store !== undefined) line(word.store, `${engine.store} (${engine.storageDriver ?? '?'})`);
  if (engine.mirrors) line(word.mirrors, engine.mirrors.join(', '));
  if (engine.name !== undefined) line(word.machine, engine.name);
}

interface Words {
  readonly width: number;
  readonly address: string;
  readonly ports: string;
  readonly engine: string;
  readonly store: string;
  readonly mirrors: string;
  readonly machine: string;
  readonly room: string;
  readonly notUsable: string;
  readonly ready: string;
  readonly canGrade: string;
}
const words: Readonly<Record<Language, Words>> = {
  fr: {
    width: 18,
    address: 'Adresse',
    ports: 'Ports publiés sur',
    engine: 'Moteur',
    store: 'Images',
    mirrors: 'Miroirs',
    machine: 'Machine',
    room: 'Moteur jetable',
    notUsable: 'inutilisable',
    ready: 'Tout est prêt : npm run grade peut corriger.',
    canGrade: 'npm run grade peut corriger le reste.',
  },
  en: {
    width: 18,
    address: 'Address',
    ports: 'Published ports at',
    engine: 'Engine',
    store: 'Images',
    mirrors: 'Mirrors',
    machine: 'Machine',
    room: 'Disposable engine',
    notUsable: 'cannot be used',
    ready: 'All is ready: npm run grade can grade.',
    canGrade: 'npm run grade can grade the rest.',
  },
};

/** How the engine was chosen, so that a wrong choice can be undone. */
function sourceOf({ source }: Endpoint, language: Language): string {
  const french = language === 'fr';
  const context = source.context ?? '';
  switch (source.origin) {
    case 'option-host':
      return '--host';
    case 'option-context':
      return `--context ${context}`;
    case 'env-host':
      return 'DOCKER_HOST';
    case 'env-context':
      return `DOCKER_CONTEXT=${context}`;
    case 'config':
      return french
        ? `contexte « ${context} », choisi par docker context use`
        : `context "${context}", chosen by docker context use`;
    case 'default':
      return french ? 'adresse habituelle' : 'usual address';
  }
}

/** Which kind of clean room `vigie verify` and `vigie demo` would get, and why. */
function roomText({ kind, because, detail }: KindChoice, language: Language): string {
  const french = language === 'fr';
  const what = { private: french ? 'dockerd privé' : 'private dockerd', dind: 'Docker-in-Docker' };
  const noWall = french
    ? ' ; qui y est root l’est aussi sur la machine'
    : '; root in it is root of this machine';
  const but = kind === 'dind' ? noWall : '';
  switch (because) {
    case 'asked':
      return `${what[kind]} (${french ? 'demandé : ' : 'asked for: '}${detail})${but}`;
    case 'has-dockerd':
      return french
        ? `${what[kind]} : il y a tout ce qu’il faut sur cette machine (root, dockerd), et son propre moteur reste intact`
        : `${what[kind]}: this machine has all it takes (root, dockerd), and its own engine is left alone`;
    case 'has-engine':
      return french
        ? `${what[kind]}, dans le moteur de cette machine (${detail})${but}`
        : `${what[kind]}, in the engine of this machine (${detail})${but}`;
    case 'nothing':
      return french ? `aucun (${detail})` : `none (${detail})`;
  }
}
