import { message, type Message } from '../../../messages/message';
import { symbolicMode } from '../../../text/mode';
import { holds } from '../../match/holds';
import type { CheckKind, Diagnosis } from '../../kind';
import type { FileSeen } from './attributes';
import { ownerName } from './owners';

type Rule = (diagnosis: Diagnosis<FileSeen>) => Message | undefined;
const missed = ({ misses }: Diagnosis<FileSeen>, key: string) => misses.find((miss) => miss.key === key);

const dangling: Rule = ({ resource: { path, file } }) =>
  file.type === 'symlink' ? message('file.dangling', { path, target: file.target ?? '' }) : undefined;

const otherType: Rule = (diagnosis) => {
  const { path, file } = diagnosis.resource;
  const wanted = missed(diagnosis, 'type')?.expected;
  if (file.type === 'directory' && (wanted === 'file' || missed(diagnosis, 'content')))
    return message('file.is-directory', { path });
  return file.type === 'file' && wanted === 'directory' ? message('file.is-file', { path }) : undefined;
};

const content: Rule = (diagnosis) => {
  const miss = missed(diagnosis, 'content');
  const { path, file } = diagnosis.resource;
  if (!miss) return undefined;
  if (file.binary === true) return message('file.binary', { path });
  if (file.size === 0) return message('file.empty', { path });
  const text = file.content ?? '';
  const asOnUnix = text.replaceAll('\r\n', '\n');
  if (asOnUnix !== text && holds({ type: 'text', shape: 'one' }, miss.expected, asOnUnix))
    return message('file.windows-lines', { path });
  return undefined;
};

const rights: Rule = (diagnosis) => {
  const { path, file, users } = diagnosis.resource;
  const mode = symbolicMode(file.mode);
  const executable = missed(diagnosis, 'executable');
  if (executable?.expected === true) return message('file.not-executable', { path, mode });
  if (missed(diagnosis, 'mode')) return message('file.other-mode', { path, mode });
  const owner = ownerName(file.uid, users);
  if (owner !== undefined && (missed(diagnosis, 'owner') || missed(diagnosis, 'uid')))
    return message('file.other-owner', { path, owner });
  return undefined;
};

export const nearMisses: CheckKind<FileSeen>['nearMisses'] = [dangling, otherType, content, rights];
