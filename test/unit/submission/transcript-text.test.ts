import { expect, test } from '@jest/globals';
import type { Transcript } from '../../../src/cleanroom';
import { mostTranscript, transcriptText } from '../../../src/submission/transcript-text';

const entry = (place: 'host' | 'container', text: string, output: string): Transcript['entries'][number] => ({
  item: { kind: 'type', line: 1, at: place, text },
  output,
  ms: 1,
});

test('reads like a terminal, without echoes and waiting prompts', () => {
  const entries = [
    entry('host', 'docker run -it ubuntu', 'docker run -it ubuntu\nroot@8c390f9178ce:/# '),
    entry('container', 'hostname', 'hostname\n8c390f9178ce\nroot@8c390f9178ce:/# '),
    { item: { kind: 'keys', line: 3, keys: ['Ctrl-P', 'Ctrl-Q'] }, output: 'student-1a2b3c$ ', ms: 1 },
    entry('host', 'curl localhost', 'curl localhost\nIt worksstudent-1a2b3c$ '),
  ] as const;
  expect(transcriptText({ entries })).toEqual({
    text: '$ docker run -it ubuntu\n# hostname\n8c390f9178ce\n<Ctrl-P><Ctrl-Q>\n$ curl localhost\nIt works',
    isCut: false,
  });
});

test('keeps head and tail of what is too long', () => {
  const { text, isCut } = transcriptText({
    entries: [entry('host', 'yes', `yes\n${'é😀\n'.repeat(100_000)}end\nstudent-1a2b3c$ `)],
  });
  expect(isCut).toBe(true);
  expect(text.length).toBeLessThanOrEqual(mostTranscript);
  expect(text).toMatch(/^\$ yes\né/);
  expect(text).toMatch(/\n\[…\]\n/);
  expect(text).toMatch(/end$/);
  expect(() => encodeURIComponent(text)).not.toThrow();
});
