/** A path of a container without what says nothing, as the engine cleans one: `//data/./x/../` is `/data`. */
export function cleanPath(path: string): string {
  const rooted = path.startsWith('/');
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else if (step !== '..' || !rooted) steps.push(step);
  }
  return `${rooted ? '/' : ''}${steps.join('/')}` || path;
}
