/** Packages for the same purpose, which beginners install for one another. */
const families = [
  ['nginx', 'apache2', 'httpd', 'lighttpd', 'caddy'],
  ['python3', 'python', 'python2', 'python2.7', 'python3.12', 'python3.11', 'python3.10'],
  ['mysql-server', 'mariadb-server', 'mariadb'],
  ['curl', 'wget'],
  ['vim', 'nano', 'emacs-nox'],
  ['netcat-openbsd', 'netcat-traditional', 'ncat'],
  ['iputils-ping', 'inetutils-ping'],
] as const;

export function rivalsOf(name: string): string[] {
  const family: readonly string[] =
    families.find((names) => (names as readonly string[]).includes(name)) ?? [];
  return family.filter((other) => other !== name);
}
