/** Shell: the machine's programs and settings below `$root`, read-only. */
export const SHOW_PROGRAMS = `
show() { # read-only, at the same place
  mkdir -p "$root$1"
  mount --rbind "$1" "$root$1"
  mount -o remount,bind,ro "$root$1"
}
for path in /bin /sbin /lib /lib32 /lib64 /libx32 /usr /etc; do
  if [ -L "$path" ]; then cp -P "$path" "$root$path"; elif [ -d "$path" ]; then show "$path"; fi
done
`.trim();
