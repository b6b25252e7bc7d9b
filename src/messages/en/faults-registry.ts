import type { RegistryFaults } from '../../evidence/fault-registry';
import type { Catalogue } from '../catalogue';

export const registryFaults: Catalogue<RegistryFaults> = {
  'registry.unreachable': ({ name, detail }) => ({
    says: `The registry of "${name}" does not answer the Docker engine (${detail}), so nobody can tell where the image comes from.`,
    hint: 'Check that the machine of the engine can reach the Internet, then grade again.',
  }),
  'registry.rate-limited': ({ name }) => ({
    says: `The registry of "${name}" refuses to answer: too many requests came from this address.`,
    hint: 'Grade again later. A Docker Hub account is allowed more requests.',
    command: 'docker login',
  }),
  'registry.denied': ({ name }) => ({
    says: `The registry says nothing about "${name}" without a login: this repository is private, or does not exist.`,
    hint: 'The author of the lab can give the expected digests ("digests:").',
  }),
  'registry.other-mirror': ({ name, mirrors }) => ({
    says: `For "${name}" this engine does not ask Docker Hub but a mirror (${mirrors.join(', ')}), which this lab does not count: where the image comes from cannot be told.`,
    hint: "Take the mirror out of the engine's configuration, restart it and pull the image again; or tell your teacher, who can name the mirror in the lab.",
  }),
  'registry.failed': ({ name, status, detail }) => ({
    says: `The registry of "${name}" answered with an error (${status}: ${detail}).`,
    hint: 'Grade again in a few minutes.',
  }),
};
