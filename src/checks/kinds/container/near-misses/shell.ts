import type { ContainerInspect } from '../../../../evidence/docker';

const shells = ['bash', 'sh', 'ash', 'dash', 'zsh', 'fish', 'ksh'];

export const isShell = ({ Path: path = '' }: ContainerInspect): boolean => shells.includes(baseName(path));

/** Whether its main process is a shell that waits for someone to type. */
export function isInteractiveShell(inspect: ContainerInspect): boolean {
  if (!isShell(inspect)) return false;
  const { Path: path, Args: args } = inspect;
  // Podman repeats the program as the first argument.
  return (args ?? []).every((word) => word === path || (/^-[a-z]*$/.test(word) && !word.includes('c')));
}

/** The command line of its main process, cut to a showable length. */
export function programOf({ Path: path = '', Args: args }: ContainerInspect): string {
  const line = [path, ...(args ?? []).filter((word, index) => index > 0 || word !== path)].join(' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

const baseName = (path: string): string => path.split('/').at(-1) ?? '';
