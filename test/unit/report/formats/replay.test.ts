import { describe, expect, test } from '@jest/globals';
import { html } from '../../../../src/report/formats/html';
import { json } from '../../../../src/report/formats/json';
import { markdown } from '../../../../src/report/formats/markdown';
import { readReports } from '../../../../src/report/shown/read-report';
import type { ShownReplay } from '../../../../src/report/shown/shown-report';
import { withReplay } from '../../../../src/report/shown/with-replay';
import { nodesOf, parseGfm, textIn } from '../../../support/readers/gfm';
import { readHtml, textIn as textInHtml } from '../../../support/readers/html';
import { shownIn } from '../../../support/report-builder';
import { sample } from '../../../support/sample-report';

const hostile =
  '$ echo\n````\n</details><script>x</script>\n# heading\n@torvalds\n\x1b[2J\n::error::forged\n';
const replay: ShownReplay = {
  kind: 'session',
  sha256: 'a'.repeat(64),
  transcript: { text: hostile, isCut: true },
  problem: {
    code: 'session.wrong-prompt',
    line: 2,
    text: 'Line 2 was typed on the host, not in a container: <b>',
  },
  trouble: [{ code: 'room.disk-full', text: 'The disk was full <b>: no more.' }],
  timings: { startMs: 1234, replayMs: 60_000, gradeMs: 800, cleanMs: 40 },
};
const played = withReplay([shownIn('en', sample), shownIn('en', sample)], replay);
const timings =
  'Disposable engine: ready in 1.2 s, submission played in 60 s, looked at in 0.8 s, removed in 0 s.';

describe('a replay', () => {
  test('is in the first of several reports, as the schema has it', () => {
    const read = readReports(json(played, {}));
    expect(read.ok && read.value.map((report) => report.replay)).toEqual([replay, undefined]);
  });

  test('with something missing is no report', () => {
    const [first] = played;
    const { sha256: _, ...less } = replay;
    const text = JSON.stringify({ ...first, replay: less });
    expect(readReports(text)).toMatchObject({ ok: false, error: { code: 'report.damaged' } });
  });

  test('is folded away in Markdown, as code that cannot end itself', () => {
    const nodes = nodesOf(parseGfm(markdown([played[0]], {})));
    const code = nodes.flatMap((node) => (node.type === 'code' ? [node.value] : []));
    expect(code).toEqual([hostile.replace('\x1b', '\\x1b').replace('::error', '\u2236:error')]);
    const shown = nodes.map(textIn).join('\n');
    expect(shown).toContain(timings);
    expect(shown).toContain('not played to its end');
    expect(shown).toContain('The disk was full <b>: no more.');
    expect(nodes.filter(({ type }) => type === 'heading').map(textIn)).not.toContain('heading');
  });

  test('is folded away on the page, as text', () => {
    const text = html([played[0]], {});
    expect(text).not.toContain('<script>x');
    expect(text).not.toMatch(/^::error/m);
    const pre = readHtml(text)
      .elements.filter(({ tagName }) => tagName === 'pre')
      .map(textInHtml);
    expect(pre.join('\n')).toContain('</details><script>x</script>');
    expect(text).toContain(timings);
    expect(text).toContain('The middle of this transcript is left out.');
    expect(text).toContain('not in a container: &lt;b&gt;');
    expect(text).toContain('The disk was full &lt;b&gt;: no more.');
  });
});
