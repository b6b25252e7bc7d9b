/** The host of a registry's mirror, with its port, however it is written: as a URL, with a path, with a password. In lower case; empty for what names none. */
export function mirrorHost(written: string): string {
  const [, host = ''] = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/@]*@)?([^/?#]*)/i.exec(written.trim()) ?? [];
  return host.toLowerCase().slice(0, 255);
}

/** As an author writes it: a host, with a port if it has one. */
export const isMirrorHost = (written: string): boolean =>
  /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(?::[0-9]{1,5})?$/i.test(written);
