import { parseSession, type Session, type SessionProblem } from '../cleanroom';
import { ok, type Result } from '../text/result';
import { textOf, type Lead } from './kind';

/** Image and container of a Dockerfile that is handed in without anything that runs it. */
const ownName = 'submission';

/** What a student would have typed: the session itself, or the usual commands for the other kinds. */
export function sessionOf({ kind, file }: Lead): Result<Session, readonly SessionProblem[]> {
  const name = quoted(file.path);
  switch (kind) {
    case 'session':
      return parseSession(textOf(file));
    case 'script':
      return ok(typed([`bash ./${name}`]));
    case 'compose':
      // How far each layer of an image has come would fill the transcript.
      return ok(typed([`docker compose -f ${name} up -d --quiet-pull`]));
    case 'dockerfile': {
      const ports = exposedPorts(textOf(file)).map((port) => `-p ${port}:${port} `);
      return ok(
        typed([
          `docker build -t ${ownName} .`,
          `docker run -d --name ${ownName} ${ports.join('')}${ownName}`,
        ]),
      );
    }
  }
}

const typed = (lines: readonly string[]): Session => ({
  header: [],
  items: lines.map((text, index) => ({ kind: 'type', line: index + 1, at: 'host', text })),
});

/** The TCP ports that a Dockerfile exposes by number: published under the same numbers. At most ten. */
function exposedPorts(dockerfile: string): readonly string[] {
  const words = [...dockerfile.matchAll(/^[ \t]*EXPOSE[ \t]+([^\r\n]{1,200})$/gim)].flatMap(
    ([, list]) => list?.split(/\s+/) ?? [],
  );
  const ports = words.flatMap((word) => /^(\d{1,5})(?:\/tcp)?$/i.exec(word)?.[1] ?? []);
  return [...new Set(ports)].slice(0, 10);
}

/** As a word of the shell. */
const quoted = (name: string): string =>
  /^[\w.-]+$/.test(name) ? name : `'${name.replaceAll("'", String.raw`'\''`)}'`;
