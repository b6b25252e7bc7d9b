import { factKey, type Request } from '../evidence/request';

/** One request a fact, in the order of first asking; what they ask for in detail is united. */
export function mergeRequests(requests: readonly Request[]): Request[] {
  const merged = new Map<string, Request>();
  for (const request of requests) {
    const key = factKey(request);
    const earlier = merged.get(key);
    merged.set(key, earlier ? unite(earlier, request) : request);
  }
  return [...merged.values()];
}

type Env = readonly string[] | 'all' | undefined;

function unite(a: Request, b: Request): Request {
  if ((a.fact === 'container' || a.fact === 'image') && a.fact === b.fact) {
    const env = uniteEnv(a.env, b.env);
    return env === undefined ? a : { ...a, env };
  }
  // Only what all labs vouch for spares the question.
  if (a.fact === 'registry' && b.fact === 'registry')
    return { ...a, known: (a.known ?? []).filter((digest) => (b.known ?? []).includes(digest)) };
  if (a.fact === 'made-from' && b.fact === 'made-from')
    return {
      ...a,
      known: (a.known ?? []).filter((digest) => (b.known ?? []).includes(digest)),
      ...((a.served || b.served) && { served: true }),
    };
  if (a.fact === 'file' && b.fact === 'file')
    return {
      ...a,
      ...((a.content || b.content) && { content: true }),
      ...((a.owner || b.owner) && { owner: true }),
    };
  if (a.fact === 'packages' && b.fact === 'packages')
    return { ...a, names: [...new Set([...a.names, ...b.names])] };
  if (a.fact === 'logs' && b.fact === 'logs') {
    const search = (a.search ?? b.search) && [...new Set([...(a.search ?? []), ...(b.search ?? [])])];
    return { ...a, ...(search && { search }) };
  }
  if (a.fact === 'exec' && b.fact === 'exec')
    return { ...a, deadlineMs: Math.max(a.deadlineMs, b.deadlineMs) };
  if (a.fact === 'http' && b.fact === 'http')
    return { ...a, ...((a.ownWord ?? b.ownWord) && { ownWord: true }) };
  return a;
}

function uniteEnv(a: Env, b: Env): Env {
  if (a === 'all' || b === 'all') return 'all';
  return a === undefined || b === undefined ? (a ?? b) : [...new Set([...a, ...b])];
}
