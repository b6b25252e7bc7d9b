/** Ctrl-C, whoever ends programs, and a terminal that was closed. */
const endSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Calls `handle` at each of them. Gives the function that takes this back. */
export function onEndSignals(handle: () => void): () => void {
  for (const signal of endSignals) process.on(signal, handle);
  return () => {
    for (const signal of endSignals) process.off(signal, handle);
  };
}
