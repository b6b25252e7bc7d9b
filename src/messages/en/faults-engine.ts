import type { Alternative, EngineFaults, PortMismatch, SocketRights } from '../../evidence/fault-engine';
import type { Catalogue } from '../catalogue';
import { asked } from './asked';

const start = (platform: string): string =>
  platform === 'linux'
    ? 'Start it (sudo systemctl start docker), then grade again.'
    : 'Open Docker Desktop, wait until it is ready, then grade again.';

const demo = 'Or try npm run demo, which prepares a disposable engine, plays the lab on it and grades it.';

const mismatch: Readonly<Record<PortMismatch, string>> = {
  'plain-port':
    'Port 2375 is the one without encryption, and DOCKER_TLS_VERIFY (or the context) asks for an encrypted connection.',
  'tls-port': 'Port 2376 is the one for encrypted connections, and none is asked for.',
};
const otherPort: Readonly<Record<PortMismatch, string>> = {
  'plain-port':
    'Remove DOCKER_TLS_VERIFY (unset DOCKER_TLS_VERIFY DOCKER_TLS), or use port 2376 with certificates.',
  'tls-port': 'Set DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH, or use port 2375 if the engine listens there.',
};

const chosenBy: Readonly<Record<string, string>> = {
  'option-host': 'the option --host',
  'option-context': 'the option --context',
  'env-host': 'the variable DOCKER_HOST',
  'env-context': 'the variable DOCKER_CONTEXT',
  config: 'docker context use',
  default: 'the default choice',
};

const namesOf = (others: readonly Alternative[]): string =>
  others.map((other) => other.context ?? other.endpoint).join(', ');

function rightsHint(who: SocketRights | undefined): string {
  const group = who?.group ?? 'docker';
  const user = who?.user ?? '$USER';
  switch (who?.remedy) {
    case 'new-login':
      return `You are in the group "${group}" already, but this session does not know it yet: log out and in again (or type newgrp ${group}).`;
    case 'other-owner':
      return 'This engine belongs to somebody else: choose your own with docker context use.';
    case 'mode':
      return `The mode of this file (${who.mode ?? '?'}) forbids it to you: restart the engine, which sets it right.`;
    case 'join-group':
    case undefined:
      return `Add yourself to the group "${group}" (sudo usermod -aG ${group} ${user}), then log out and in again.`;
  }
}

export const engineFaults: Catalogue<EngineFaults> = {
  'engine.not-installed': () => ({
    says: 'No Docker engine is installed on this machine: there is nothing to grade.',
    hint: 'Install Docker and follow the lab; or try npm run demo, which prepares a disposable engine, plays the lab on it and grades it.',
  }),
  'engine.socket-absent': ({ endpoint, origin, platform, installed }) => ({
    says:
      origin === 'default' && installed?.length !== 0
        ? `Docker is installed, but its engine is not started: ${endpoint} does not exist.`
        : `There is no Docker engine at ${endpoint} (${chosenBy[origin] ?? origin}): this socket does not exist.`,
    hint: `${origin === 'default' ? start(platform) : 'Start the engine that is meant to be there, or choose another one.'} ${demo}`,
  }),
  'engine.permission-denied': ({ socket, who, alternatives = [] }) => ({
    says: `The user${who ? ` "${who.user}"` : ''} may not use the Docker engine (${socket}).`,
    hint:
      alternatives.length > 0
        ? `Another engine is open to you: ${namesOf(alternatives)}; docker context use chooses it.`
        : rightsHint(who),
  }),
  'engine.refused': ({ endpoint, platform, port }) => ({
    says:
      port === undefined
        ? `The Docker engine does not run any more: nobody answers behind ${endpoint}.`
        : `Nobody answers behind ${endpoint}. ${mismatch[port]}`,
    hint: port === undefined ? `${start(platform)} ${demo}` : otherPort[port],
  }),
  'engine.not-answering': ({ endpoint, deadlineMs }) => ({
    says: `The Docker engine (${endpoint}) accepts the connection but does not answer within ${deadlineMs / 1000} s.`,
    hint: 'Restart it (sudo systemctl restart docker, or from Docker Desktop), then grade again.',
  }),
  'engine.wrong-context': ({ endpoint, origin, alternatives }) => ({
    says: `The engine chosen by ${chosenBy[origin] ?? origin} (${endpoint}) does not answer, but another one does: ${namesOf(alternatives)}.`,
    hint:
      origin === 'env-host' || origin === 'env-context'
        ? 'If you did the lab on the other one, remove the variable (unset DOCKER_HOST DOCKER_CONTEXT).'
        : 'If you did the lab on the other one, choose it (docker context ls, then docker context use).',
  }),
  'engine.unknown-context': ({ context, known }) => ({
    says: `There is no Docker context "${context}".`,
    hint: known.length > 0 ? `Known contexts: ${known.join(', ')}.` : 'docker context ls lists them.',
  }),
  'engine.context-broken': ({ file, context }) => ({
    says: `The configuration of the Docker client cannot be read: ${file}.`,
    hint:
      context === undefined
        ? 'Repair this file or rename it.'
        : `Make the context "${context}" again (docker context rm, then docker context create).`,
  }),
  'engine.host-invalid': ({ host, origin, meant }) => ({
    says: `"${host}" (${chosenBy[origin] ?? origin}) is not the address of a Docker engine.`,
    hint:
      meant === undefined
        ? 'An address looks like unix:///var/run/docker.sock, tcp://machine:2376 or ssh://user@machine.'
        : `Write it exactly so, without quotes: ${meant}`,
  }),
  'engine.host-unresolved': ({ host }) => ({
    says: `The network does not know the machine "${host}" that should run the Docker engine.`,
    hint: 'Check its name and your connection.',
  }),
  'engine.unreachable': ({ endpoint }) => ({
    says: `The Docker engine (${endpoint}) cannot be reached.`,
    hint: 'Is the machine on? Check the network, the VPN and the firewall.',
  }),
  'engine.tls-refused': ({ endpoint, problem, detail }) => ({
    says:
      problem === 'server-plain'
        ? `An encrypted connection is asked for, and what answers behind ${endpoint} speaks without encryption.`
        : problem === 'server-tls'
          ? `The Docker engine (${endpoint}) takes encrypted connections only, and none is asked for.`
          : `The encrypted connection to the Docker engine (${endpoint}) was refused: ${detail}.`,
    hint: {
      untrusted: 'The file ca.pem is not that of the authority that signed the engine’s certificate.',
      expired: 'A certificate has expired: renew it, or set the clock.',
      'wrong-name': 'Use the machine’s name that the certificate has.',
      'client-refused': 'The engine refuses your cert.pem and key.pem, or did not get them.',
      'server-plain':
        'Remove DOCKER_TLS_VERIFY (unset DOCKER_TLS_VERIFY DOCKER_TLS), or use the encrypted port, usually 2376.',
      'server-tls': 'Set DOCKER_TLS_VERIFY=1, and DOCKER_CERT_PATH for the folder of the certificates.',
      other: 'Check DOCKER_CERT_PATH and the certificates.',
    }[problem],
  }),
  'engine.tls-files': ({ file, problem, port }) => ({
    says: `The certificate ${file} cannot be used (${
      {
        missing: 'it does not exist',
        unreadable: 'it cannot be read',
        'not-pem': 'it is not a PEM file',
        'key-mismatch': 'key and certificate do not belong together',
      }[problem]
    }).${port === undefined ? '' : ` ${mismatch[port]}`}`,
    hint:
      port === undefined
        ? 'The folder DOCKER_CERT_PATH must hold ca.pem, cert.pem and key.pem.'
        : otherPort[port],
  }),
  'engine.ssh-failed': ({ endpoint, problem }) => ({
    says: `The SSH connection to the Docker engine (${endpoint}) failed.`,
    hint: {
      'no-ssh': 'Install an ssh client.',
      auth: 'ssh to that machine has to work without a question: check your keys.',
      'host-key': 'Connect once with ssh to accept the machine’s key.',
      unreachable: 'Is the machine on? Check the network.',
      unresolved: 'Check the machine’s name.',
      'no-docker': 'Docker is not installed on that machine.',
      other: 'Try the same connection with ssh to see what it says.',
    }[problem],
  }),
  'engine.too-old': ({ version, apiVersion, needed }) => ({
    says: `This Docker engine (${version}, API ${apiVersion}) is too old: API ${needed} or newer is needed.`,
    hint: 'Update Docker.',
  }),
  'engine.connection-lost': () => ({
    says: 'The Docker engine stopped during grading.',
    hint: 'Start it, then grade again: no point is lost.',
  }),
  'engine.failed': ({ status, message }) => ({
    says: `The Docker engine answered with an error (${status})${message ? `: ${message}` : ''}.`,
    hint: 'Grade again; if it stays, restart the engine.',
  }),
  'engine.answer-invalid': ({ call }) => ({
    says: `Asked for ${asked(call)}, it did not answer as a Docker engine does.`,
    hint: 'Is it really a Docker engine that listens at this address?',
  }),
};
