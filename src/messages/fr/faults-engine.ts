import type { Alternative, EngineFaults, PortMismatch, SocketRights } from '../../evidence/fault-engine';
import type { Catalogue } from '../catalogue';
import { asked } from './asked';

const start = (platform: string): string =>
  platform === 'linux'
    ? 'Démarrez-le (sudo systemctl start docker), puis relancez la correction.'
    : 'Ouvrez Docker Desktop, attendez qu’il soit prêt, puis relancez la correction.';

const demo = 'Ou essayez npm run demo, qui prépare un moteur jetable, y joue le TP et le corrige.';

const mismatch: Readonly<Record<PortMismatch, string>> = {
  'plain-port':
    'Le port 2375 est celui des connexions sans chiffrement, alors que DOCKER_TLS_VERIFY (ou le contexte) en demande une chiffrée.',
  'tls-port': 'Le port 2376 est celui des connexions chiffrées, et aucune n’est demandée.',
};
const otherPort: Readonly<Record<PortMismatch, string>> = {
  'plain-port':
    'Retirez DOCKER_TLS_VERIFY (unset DOCKER_TLS_VERIFY DOCKER_TLS), ou utilisez le port 2376 avec des certificats.',
  'tls-port':
    'Définissez DOCKER_TLS_VERIFY=1 et DOCKER_CERT_PATH, ou utilisez le port 2375 si le moteur y écoute.',
};

const chosenBy: Readonly<Record<string, string>> = {
  'option-host': 'l’option --host',
  'option-context': 'l’option --context',
  'env-host': 'la variable DOCKER_HOST',
  'env-context': 'la variable DOCKER_CONTEXT',
  config: 'docker context use',
  default: 'le choix par défaut',
};

const namesOf = (others: readonly Alternative[]): string =>
  others.map((other) => other.context ?? other.endpoint).join(', ');

function rightsHint(who: SocketRights | undefined): string {
  const group = who?.group ?? 'docker';
  const user = who?.user ?? '$USER';
  switch (who?.remedy) {
    case 'new-login':
      return `Vous êtes déjà dans le groupe « ${group} », mais cette session l’ignore encore : déconnectez-vous, puis reconnectez-vous (ou tapez newgrp ${group}).`;
    case 'other-owner':
      return 'Ce moteur appartient à quelqu’un d’autre : choisissez le vôtre avec docker context use.';
    case 'mode':
      return `Les droits de ce fichier (${who.mode ?? '?'}) vous l’interdisent : redémarrez le moteur, qui les rétablit.`;
    case 'join-group':
    case undefined:
      return `Ajoutez-vous au groupe « ${group} » (sudo usermod -aG ${group} ${user}), puis déconnectez-vous et reconnectez-vous.`;
  }
}

export const engineFaults: Catalogue<EngineFaults> = {
  'engine.not-installed': () => ({
    says: 'Aucun moteur Docker n’est installé sur cette machine : il n’y a rien à corriger.',
    hint: 'Installez Docker et suivez le TP ; ou essayez npm run demo, qui prépare un moteur jetable, y joue le TP et le corrige.',
  }),
  'engine.socket-absent': ({ endpoint, origin, platform, installed }) => ({
    says:
      origin === 'default' && installed?.length !== 0
        ? `Docker est installé, mais son moteur n’est pas démarré : ${endpoint} n’existe pas.`
        : `Il n’y a pas de moteur Docker à l’adresse ${endpoint} (${chosenBy[origin] ?? origin}) : ce socket n’existe pas.`,
    hint: `${origin === 'default' ? start(platform) : 'Démarrez le moteur qui devrait s’y trouver, ou choisissez-en un autre.'} ${demo}`,
  }),
  'engine.permission-denied': ({ socket, who, alternatives = [] }) => ({
    says: `L’utilisateur${who ? ` « ${who.user} »` : ''} n’a pas le droit d’utiliser le moteur Docker (${socket}).`,
    hint:
      alternatives.length > 0
        ? `Un autre moteur vous est ouvert : ${namesOf(alternatives)} ; docker context use permet de le choisir.`
        : rightsHint(who),
  }),
  'engine.refused': ({ endpoint, platform, port }) => ({
    says:
      port === undefined
        ? `Le moteur Docker ne tourne plus : personne ne répond derrière ${endpoint}.`
        : `Personne ne répond derrière ${endpoint}. ${mismatch[port]}`,
    hint: port === undefined ? `${start(platform)} ${demo}` : otherPort[port],
  }),
  'engine.not-answering': ({ endpoint, deadlineMs }) => ({
    says: `Le moteur Docker (${endpoint}) accepte la connexion mais ne répond pas en ${deadlineMs / 1000} s.`,
    hint: 'Redémarrez-le (sudo systemctl restart docker, ou depuis Docker Desktop), puis relancez la correction.',
  }),
  'engine.wrong-context': ({ endpoint, origin, alternatives }) => ({
    says: `Le moteur choisi par ${chosenBy[origin] ?? origin} (${endpoint}) ne répond pas, mais un autre répond : ${namesOf(alternatives)}.`,
    hint:
      origin === 'env-host' || origin === 'env-context'
        ? 'Si vous avez fait le TP sur l’autre, retirez la variable (unset DOCKER_HOST DOCKER_CONTEXT).'
        : 'Si vous avez fait le TP sur l’autre, choisissez-le (docker context ls, puis docker context use).',
  }),
  'engine.unknown-context': ({ context, known }) => ({
    says: `Le contexte Docker « ${context} » n’existe pas.`,
    hint: known.length > 0 ? `Contextes connus : ${known.join(', ')}.` : 'docker context ls les énumère.',
  }),
  'engine.context-broken': ({ file, context }) => ({
    says: `La configuration du client Docker est illisible : ${file}.`,
    hint:
      context === undefined
        ? 'Réparez ou renommez ce fichier.'
        : `Recréez le contexte « ${context} » (docker context rm, puis docker context create).`,
  }),
  'engine.host-invalid': ({ host, origin, meant }) => ({
    says: `« ${host} » (${chosenBy[origin] ?? origin}) n’est pas l’adresse d’un moteur Docker.`,
    hint:
      meant === undefined
        ? 'Une adresse s’écrit par exemple unix:///var/run/docker.sock, tcp://machine:2376 ou ssh://utilisateur@machine.'
        : `Écrivez-la exactement ainsi, sans guillemets : ${meant}`,
  }),
  'engine.host-unresolved': ({ host }) => ({
    says: `La machine « ${host} », qui doit porter le moteur Docker, est inconnue du réseau.`,
    hint: 'Vérifiez son nom et votre connexion.',
  }),
  'engine.unreachable': ({ endpoint }) => ({
    says: `Le moteur Docker (${endpoint}) est injoignable.`,
    hint: 'La machine est-elle allumée ? Vérifiez le réseau, le VPN et le pare-feu.',
  }),
  'engine.tls-refused': ({ endpoint, problem, detail }) => ({
    says:
      problem === 'server-plain'
        ? `Une connexion chiffrée est demandée, et ce qui répond derrière ${endpoint} parle sans chiffrement.`
        : problem === 'server-tls'
          ? `Le moteur Docker (${endpoint}) n’accepte que des connexions chiffrées, et aucune n’est demandée.`
          : `La connexion chiffrée au moteur Docker (${endpoint}) a été refusée : ${detail}.`,
    hint: {
      untrusted: 'Le fichier ca.pem n’est pas celui de l’autorité qui a signé le certificat du moteur.',
      expired: 'Un certificat a expiré : renouvelez-le, ou mettez l’horloge à l’heure.',
      'wrong-name': 'Utilisez le nom de machine qui figure dans le certificat.',
      'client-refused': 'Le moteur refuse vos fichiers cert.pem et key.pem, ou ne les a pas reçus.',
      'server-plain':
        'Retirez DOCKER_TLS_VERIFY (unset DOCKER_TLS_VERIFY DOCKER_TLS), ou utilisez le port chiffré, 2376 d’ordinaire.',
      'server-tls': 'Définissez DOCKER_TLS_VERIFY=1, et DOCKER_CERT_PATH pour le dossier des certificats.',
      other: 'Vérifiez DOCKER_CERT_PATH et les certificats.',
    }[problem],
  }),
  'engine.tls-files': ({ file, problem, port }) => ({
    says: `Le certificat ${file} est inutilisable (${
      {
        missing: 'il n’existe pas',
        unreadable: 'il ne peut pas être lu',
        'not-pem': 'ce n’est pas un fichier PEM',
        'key-mismatch': 'la clé et le certificat ne vont pas ensemble',
      }[problem]
    }).${port === undefined ? '' : ` ${mismatch[port]}`}`,
    hint:
      port === undefined
        ? 'Le dossier DOCKER_CERT_PATH doit contenir ca.pem, cert.pem et key.pem.'
        : otherPort[port],
  }),
  'engine.ssh-failed': ({ endpoint, problem }) => ({
    says: `La connexion SSH au moteur Docker (${endpoint}) a échoué.`,
    hint: {
      'no-ssh': 'Installez un client ssh.',
      auth: 'ssh vers cette machine doit marcher sans poser de question : vérifiez vos clés.',
      'host-key': 'Connectez-vous une fois avec ssh pour accepter la clé de la machine.',
      unreachable: 'La machine est-elle allumée ? Vérifiez le réseau.',
      unresolved: 'Vérifiez le nom de la machine.',
      'no-docker': 'Docker n’est pas installé sur cette machine.',
      other: 'Essayez la même connexion avec ssh pour voir ce qu’elle répond.',
    }[problem],
  }),
  'engine.too-old': ({ version, apiVersion, needed }) => ({
    says: `Ce moteur Docker (${version}, API ${apiVersion}) est trop ancien : il faut au moins l’API ${needed}.`,
    hint: 'Mettez Docker à jour.',
  }),
  'engine.connection-lost': () => ({
    says: 'Le moteur Docker s’est arrêté pendant la correction.',
    hint: 'Redémarrez-le, puis relancez la correction : aucun point n’est perdu.',
  }),
  'engine.failed': ({ status, message }) => ({
    says: `Le moteur Docker a répondu par une erreur (${status})${message ? ` : ${message}` : ''}.`,
    hint: 'Relancez la correction ; si cela persiste, redémarrez le moteur.',
  }),
  'engine.answer-invalid': ({ call }) => ({
    says: `Quand Vigie a demandé ${asked(call)}, la réponse n’était pas celle d’un moteur Docker.`,
    hint: 'Est-ce bien un moteur Docker qui écoute à cette adresse ?',
  }),
};
