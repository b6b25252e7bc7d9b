import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CliFolder } from './cli-folder';

const folder = new CliFolder();
beforeAll(() => folder.build(), 60_000);
afterAll(() => {
  folder.remove();
});

describe('what cannot be meant ends with 2 and prints nothing but what is wrong', () => {
  test.each([
    [['--nonsense'], "error: unknown option '--nonsense'"],
    [['grade', '--report', 'xml'], 'Known formats: '],
    [['grade', '--lang', 'de'], 'Allowed choices are fr, en.'],
    [['grade', '--evidence'], 'argument missing'],
    [['grade', '--evidence', 'reached.json', '--answers', 'a'], '--answers does not go with --evidence: '],
    [['grade', '--report', 'json=r', '--report', 'html=./r'], './r is asked for twice: '],
    [['grad'], 'Did you mean grade?'],
    [['grade', '02-web'], 'there is no lab "02-web"; did you mean "01-web"?'],
    [['grade', '--labs', 'nowhere'], 'there is no folder of labs: nowhere'],
  ])('%j', async (args, says) => {
    const { code, stdout, stderr } = await folder.run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.replaceAll('\n', ' ')).toContain(says);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test.each<[string, readonly string[], Readonly<Record<string, string>>, string]>([
    ['the machine’s language', ['--nonsense'], { LANG: 'fr_FR.UTF-8' }, 'Option inconnue : --nonsense.\n'],
    ['--lang', ['grade', '--lang', 'fr', '--pass', 'x'], {}, 'Il faut un nombre de points'],
    ['--lang', ['grad', '--lang=fr'], {}, 'Commande inconnue : grad. Vouliez-vous dire grade ?\n'],
  ])('in French, by %s: %j', async (_, args, env, says) => {
    const { code, stdout, stderr } = await folder.run(args, env);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
    expect(stderr).not.toContain('error:');
  });

  test('all problems of a bad lab at once, each with its place, before any engine is asked', async () => {
    const { code, stdout, stderr } = await folder.run(['grade', '--labs', 'bad'], {
      DOCKER_HOST: 'unix:///nowhere.sock',
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.match(/^bad\/01-web\/lab\.yaml:\d+:\d+/gm)).toHaveLength(2);
    expect(stderr).toContain('running');
    expect(stderr).not.toContain('nowhere.sock');
  });
});

test.each([['--help'], ['--version'], ['grade', '--help']])(
  '%s is printed, and ends with 0',
  async (...args) => {
    const { code, stdout, stderr } = await folder.run(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toBe('');
  },
);

test('a dry run prints what would be asked, and asks nothing', async () => {
  const { code, stdout, stderr } = await folder.run(['grade', '--dry-run'], {
    DOCKER_HOST: 'unix:///nowhere.sock',
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe('engine\ncontainer/ubuntu\ncontainers\ncandidates/ubuntu\nevents\nimages\n');
});
