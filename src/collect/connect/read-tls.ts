import { posix } from 'node:path';
import { fault, type Fault } from '../../evidence/fault';
import type { TlsMaterial } from './endpoint';
import type { World } from './world';

interface TlsFolder {
  readonly folder: string;
  readonly verify: boolean;
  /** The docker CLI insists on ca.pem with DOCKER_TLS_VERIFY; a context may do without, the system's authorities then serve. */
  readonly caRequired: boolean;
}

/**
 * Reads ca.pem, cert.pem and key.pem of a folder. cert and key may be missing together (the server may ask for none), not one
 * of them alone.
 */
export function readTls(world: World, { folder, verify, caRequired }: TlsFolder): TlsMaterial | Fault {
  const ca = verify ? readPem(world, folder, 'ca.pem') : undefined;
  const cert = readPem(world, folder, 'cert.pem');
  const key = readPem(world, folder, 'key.pem');
  for (const file of [ca, cert, key]) if (file !== undefined && 'code' in file) return file;
  if (caRequired && verify && ca === undefined) return missing(folder, 'ca.pem');
  if (cert === undefined && key !== undefined) return missing(folder, 'cert.pem');
  if (key === undefined && cert !== undefined) return missing(folder, 'key.pem');
  return { verify, folder, ...text('ca', ca), ...text('cert', cert), ...text('key', key) };
}

type Pem = { readonly text: string } | Fault | undefined;

function readPem(world: World, folder: string, name: string): Pem {
  const file = posix.join(folder, name);
  const read = world.readFile(file);
  if ('code' in read) {
    if (read.code === 'ENOENT') return undefined;
    return fault('engine.tls-files', { file, problem: 'unreadable', detail: read.code });
  }
  if (!read.text.includes('-----BEGIN '))
    return fault('engine.tls-files', { file, problem: 'not-pem', detail: '' });
  return read;
}

const missing = (folder: string, name: string): Fault =>
  fault('engine.tls-files', { file: posix.join(folder, name), problem: 'missing', detail: 'ENOENT' });

const text = <N extends string>(name: N, pem: Pem): Partial<Record<N, string>> =>
  // Faults have been handed back before; a computed key loses its name in the type.
  (pem !== undefined && 'text' in pem ? { [name]: pem.text } : {}) as Partial<Record<N, string>>;
