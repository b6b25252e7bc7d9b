import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of PEM files made by `openssl` below a folder. */
export interface Signed {
  readonly cert: string;
  readonly key: string;
}

/** An authority with its own key; signs certificates for a host name and for 127.0.0.1. */
export class Authority {
  readonly ca: string;
  readonly #key: string;
  readonly #folder: string;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
    this.ca = join(folder, 'ca.pem');
    this.#key = join(folder, 'ca-key.pem');
    openssl('req', '-x509', ...newKey(this.#key), '-days', '2', '-subj', '/CN=ca', '-out', this.ca);
  }

  /** `days` below 0: it has expired. */
  sign(name: string, addresses: string, days = 2): Signed {
    const [cert, key, request, extensions] = ['cert', 'key', 'csr', 'ext'].map((kind) =>
      join(this.#folder, `${name}-${kind}.pem`),
    ) as [string, string, string, string];
    openssl('req', ...newKey(key), '-subj', `/CN=${name}`, '-out', request);
    writeFileSync(extensions, `subjectAltName=${addresses}\n`);
    const signing = [
      '-CA',
      this.ca,
      '-CAkey',
      this.#key,
      '-CAcreateserial',
      '-days',
      String(days),
      '-extfile',
      extensions,
    ];
    openssl('x509', '-req', '-in', request, ...signing, '-out', cert);
    return { cert, key };
  }

  /** A folder as DOCKER_CERT_PATH wants it. */
  clientFolder(name: string, signed?: Signed): string {
    const folder = join(this.#folder, name);
    mkdirSync(folder);
    writeFileSync(join(folder, 'ca.pem'), readFileSync(this.ca));
    if (signed) {
      writeFileSync(join(folder, 'cert.pem'), readFileSync(signed.cert));
      writeFileSync(join(folder, 'key.pem'), readFileSync(signed.key));
    }
    return folder;
  }
}

const newKey = (key: string): string[] => [
  '-newkey',
  'ec',
  '-pkeyopt',
  'ec_paramgen_curve:prime256v1',
  '-nodes',
  '-keyout',
  key,
];

function openssl(...args: string[]): void {
  execFileSync('openssl', args, { stdio: 'pipe' });
}
