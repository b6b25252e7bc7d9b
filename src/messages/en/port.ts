import type { Catalogue } from '../catalogue';
import type { PortMessages } from '../codes/port';
import { quote as q } from './quote';

export const port: Catalogue<PortMessages> = {
  'port.closed': ({ port: number }) => ({
    says: `Host port ${number} does not answer: nothing listens there.`,
    hint: 'docker ps shows which ports of the host lead to a container.',
    command: 'docker ps',
  }),
  'port.nobody-listens': ({ name, port: number, address }) => ({
    says: `Port ${number} of container ${q(name)} is published (${address}), but no program answers there.`,
    hint: 'The server was not started in the container, listens on another port, or only on 127.0.0.1.',
  }),
  'port.timeout': ({ port: number, address }) => ({
    says: `Port ${number} does not answer: the connection to ${address} is neither accepted nor refused.`,
    hint: 'A firewall may hold connections back.',
  }),
};
