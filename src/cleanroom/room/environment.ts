/** How the engine gets to a registry from behind a proxy: the names that Docker reads. */
const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'];

/** What programs of ours in a room have of this process's environment: whoever sits in the room can read it, and keys and tokens are none of their business. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'LANG', ...PROXIES].filter((name) => process.env[name] !== undefined);
  return Object.fromEntries(kept.map((name) => [name, process.env[name]]));
}
