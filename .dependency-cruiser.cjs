/** The design as a test: one named rule an arrow, each with its reason. */
const pure = '^src/(spec|plan|judge|score|remedy|report|checks|messages|text|evidence|draft)/';
const edges = '^src/(cli|action|jest)/';

/** @param {string} stage @param {string[]} allowed stages that it may import */
const stage = (stage, allowed, comment) => ({
  name: `${stage}-imports`,
  comment,
  severity: 'error',
  from: { path: `^src/${stage}/` },
  to: { path: '^src/', pathNot: [stage, ...allowed].map((name) => `^src/${name}/`) },
});

module.exports = {
  forbidden: [
    stage('text', [], 'text is the bottom: words, numbers and references, knowing nothing of labs.'),
    stage('evidence', ['text'], 'Evidence is plain data about a host; it does not know who judges it.'),
    stage(
      'messages',
      ['text', 'evidence', 'spec'],
      'A message is a code and values; what it says about is data.',
    ),
    stage(
      'spec',
      ['text', 'checks', 'messages', 'evidence'],
      'Reading a lab needs the kinds of check and texts for problems, and no host.',
    ),
    stage(
      'checks',
      ['text', 'evidence', 'messages', 'spec'],
      'A kind says what it needs and how evidence is judged; it never looks at a host.',
    ),
    stage('plan', ['text', 'evidence', 'checks', 'spec'], 'A plan is made from labs alone.'),
    stage(
      'collect',
      ['text', 'evidence', 'plan'],
      'Collecting runs a plan; whether an answer is right is not its business.',
    ),
    stage(
      'judge',
      ['text', 'evidence', 'checks', 'messages', 'spec'],
      'Judging is (Lab, Evidence) to verdicts: no plan, no host.',
    ),
    stage('score', ['text', 'judge', 'spec'], 'Scoring is arithmetic on verdicts.'),
    stage(
      'remedy',
      ['text', 'evidence', 'judge', 'messages', 'spec', 'checks'],
      'What to do next is planned from the lab, its verdict and the evidence; how it is told is for reports.',
    ),
    stage(
      'report',
      ['text', 'evidence', 'judge', 'messages', 'score', 'spec', 'checks', 'remedy'],
      'A report shows what is there; nothing is computed twice.',
    ),
    stage('state', ['text', 'evidence', 'collect'], 'What is remembered between runs knows only events.'),
    stage(
      'grading',
      [
        'text',
        'evidence',
        'checks',
        'spec',
        'plan',
        'collect',
        'judge',
        'score',
        'remedy',
        'report',
        'messages',
        'state',
        'signing',
      ],
      'Grading strings the stages together for the edges.',
    ),
    stage(
      'signing',
      ['text'],
      'What is signed is JSON: a signature must not depend on how reports are made or shown.',
    ),
    {
      name: 'signing-computes-only',
      comment:
        'Signing and verifying are functions of text and key; where these come from is for others to say.',
      severity: 'error',
      from: { path: '^src/signing/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    stage(
      'class',
      [
        'text',
        'evidence',
        'judge',
        'messages',
        'score',
        'spec',
        'report',
        'signing',
        'grading',
        'submission',
      ],
      'A class is many students graded as one is: it reads rosters and results, and leaves judging and looking to grading.',
    ),
    {
      name: 'gradebook-imports',
      comment:
        'A gradebook is arithmetic and layout on results that were read: it grades nothing and touches nothing.',
      severity: 'error',
      from: { path: '^src/class/gradebook/' },
      to: { path: '^src/', pathNot: '^src/(class/(gradebook/|class-result)|text/|report/|score/|judge/)' },
    },
    {
      name: 'class-touches-files-in-few-places',
      comment:
        'Whose result counts, what has changed and what a gradebook says are functions of data; rosters, sources and results are read and written in the files named here.',
      severity: 'error',
      from: {
        path: '^src/class/',
        pathNot: '^src/class/(results/files|roster/roster-file|grade/source-file)\\.ts$',
      },
      to: { dependencyTypes: ['core'], path: '^(node:)?(fs|os|net|http|child_process)' },
    },
    stage(
      'draft',
      ['text', 'evidence', 'checks', 'spec', 'judge'],
      'A draft is (Wish, Evidence) to a lab: it asks, loads and judges as grading does, and looks at no host itself.',
    ),
    stage('cleanroom', ['text'], 'A clean room is an engine to test against; it knows nothing of grading.'),
    stage(
      'record',
      ['text', 'cleanroom'],
      'A recording is made of keys and of what a terminal shows, in the words that sessions are played from.',
    ),
    stage(
      'submission',
      ['text', 'evidence', 'report', 'grading', 'cleanroom'],
      'A submission is played in a clean room and graded as a host is; who handed it in is for others to know.',
    ),
    {
      name: 'submission-touches-files-in-few-places',
      comment:
        'What a submission is and what it types are functions of its files, which are read in one place; a room is looked at in another.',
      severity: 'error',
      from: {
        path: '^src/submission/',
        pathNot: '^src/submission/(read-files|look-in-room|hold-room|read-submission)\\.ts$',
      },
      to: { dependencyTypes: ['core'] },
    },
    stage(
      'verify',
      [
        'text',
        'evidence',
        'checks',
        'spec',
        'plan',
        'judge',
        'score',
        'remedy',
        'report',
        'messages',
        'grading',
        'cleanroom',
      ],
      'Proving a lab strings the pure stages together, and grades what was played in a clean room.',
    ),
    {
      name: 'mutants-touch-nothing',
      comment: 'Wrong hosts are made and judged from evidence alone: no file, no engine, no session.',
      severity: 'error',
      from: { path: '^src/verify/(mutants|report)/|^src/verify/proof' },
      to: { path: '^src/(grading|cleanroom|collect|state)/|^src/verify/(sessions|lab-folder)' },
    },
    {
      name: 'pure-stages-touch-nothing',
      comment:
        'Only collect, cleanroom, state and the edges touch the world; the others are functions of their arguments.',
      severity: 'error',
      from: { path: `${pure}|^src/verify/(mutants|report)/` },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?util$' },
    },
    {
      name: 'edges-are-ends',
      comment:
        'The command line, the action and Jest are where the program begins: nothing may depend on them.',
      severity: 'error',
      from: { path: '^src/', pathNot: edges },
      to: { path: edges },
    },
    {
      name: 'dockerode-in-one-place',
      comment: 'One port to the engine; the library behind it can then be loaded late, or replaced.',
      severity: 'error',
      from: { pathNot: '^src/collect/engine/dockerode' },
      to: { path: 'node_modules/(dockerode|docker-modem)' },
    },
    {
      name: 'no-test-in-product',
      comment: 'Tests and scripts know the product, never the other way round.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|scripts|labs)/' },
    },
    {
      name: 'no-dev-dependency-in-product',
      comment: 'What the product loads must be installed where it runs.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-circles',
      comment:
        'Modules that need each other belong together, or what they share belongs in a file of its own; types too.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports is dead, or an entry that has to be named here.',
      severity: 'error',
      from: {
        orphan: true,
        path: '^src/',
        pathNot: [
          '^src/((cli|action)/main|jest/(index|environment|runner|transform|own-run|answer-tests))\\.ts$',
          '\\.d\\.ts$',
        ],
      },
      to: {},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage)/' },
  },
};
