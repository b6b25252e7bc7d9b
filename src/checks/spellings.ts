import { cleanPath } from '../text/clean-path';
import type { Spell } from './attribute';

/** `CAP_` and case do not count: some clients write `CAP_NET_ADMIN` for `--cap-add net_admin`, others hand it on as it is. */
export const capability: Spell = (text) => {
  const bare = text.trim().toUpperCase().replace(/^CAP_/, '');
  return bare === 'ALL' ? [bare] : [bare, `CAP_${bare}`];
};

const signalNumbers: Readonly<Record<string, string>> = {
  1: 'HUP',
  2: 'INT',
  3: 'QUIT',
  6: 'ABRT',
  9: 'KILL',
  10: 'USR1',
  12: 'USR2',
  15: 'TERM',
  18: 'CONT',
  19: 'STOP',
  28: 'WINCH',
};

/** `SIGQUIT`, `QUIT`, `quit` and 3; numbers as on most processors. */
export const signal: Spell = (text) => {
  const bare = text.trim().toUpperCase().replace(/^SIG/, '');
  const name = signalNumbers[bare] ?? bare;
  return [`SIG${name}`, name];
};

/** The system’s own folders of programs: today they are mostly links to one another. */
const programFolder = /^\/(?:usr\/)?s?bin\//;

/** A program by its name is that of the usual folders: `bash`, `/bin/bash`, `/usr/bin/bash`. */
export const program: Spell = (text) => {
  const path = cleanPath(text);
  const name = path.replace(programFolder, '');
  return name.includes('/') || name === '' ? [text] : [name, path, `/bin/${name}`];
};

/** Without a name, and whatever number it has, it is root; a group of the same name says nothing. */
export const user: Spell = (text) => {
  const [name = '', group] = text.trim().split(':');
  const shown = name === '' || name === '0' ? 'root' : name;
  const isOwnGroup =
    group === undefined || group === '' || group === name || (shown === 'root' && /^(0|root)$/.test(group));
  return [isOwnGroup ? shown : `${shown}:${group}`, text];
};

/** `80` is `80/tcp`. */
export const containerPort: Spell = (text) => {
  const [port = '', protocol = 'tcp'] = text.trim().toLowerCase().split('/');
  return [`${port}/${protocol}`];
};

/** `no-new-privileges`, `no-new-privileges:true`, `seccomp:unconfined`, `seccomp=unconfined`. */
export const securityOption: Spell = (text) => [text.replace(':', '=').replace(/=true$/, '')];

/** What is the engine's default network has its name, too. */
export const networkMode: Spell = (text) => [text === 'default' ? 'bridge' : text];

/** `host:address`, and `host=address` as newer clients take it; an address of IPv6 may stand in brackets. */
export const extraHost: Spell = (text) => {
  const [, host = text, address = ''] = /^([^:=]+)[:=]\[?(.*?)\]?$/.exec(text) ?? [];
  return [address === '' ? text : `${host}:${address}`];
};

export const path: Spell = (text) => [cleanPath(text)];
