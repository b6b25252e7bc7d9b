/**
 * `argv` so that it runs in these cgroups. Nothing else may have to be known: a shell puts itself there and becomes the program. It has no file open but the
 * usual three, whatever this process has inherited: who is root in a room can take over what its processes have open. What it makes can be read by others, as
 * on a machine where nothing else was said.
 */
export function joining(cgroups: readonly string[], argv: readonly string[]): string[] {
  const close = 'for fd in /proc/self/fd/*; do fd=${fd##*/}; [ "$fd" -le 2 ] || eval "exec $fd>&-"; done';
  const join = 'while [ "$1" != -- ]; do echo 0 > "$1/cgroup.procs" || exit 1; shift; done; shift; exec "$@"';
  return ['bash', '--norc', '-c', `umask 022; ${close}; ${join}`, 'bash', ...cgroups, '--', ...argv];
}
