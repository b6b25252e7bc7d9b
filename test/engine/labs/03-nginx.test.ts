import { isLasting, proveLab } from '../../support/labs/prove-lab';
import { allOf, isAsRecorded } from '../../support/labs/recorded-look';

/** nginx answers, and not as it should: what was done to its page or its settings nobody can tell. */
const forbidden = ['web.1 failed http.forbidden'];
const elsewhere = ['web.1 failed http.listens-elsewhere', 'web.2 blocked check.blocked-by-check'];

proveLab(
  '03-nginx',
  {
    'reference.session': allOf(isAsRecorded('03-nginx'), isLasting),
    'wrong/container-restarted.session': isLasting,
  },
  {
    'wrong/page-removed.session': forbidden,
    'wrong/nginx-stopped.session': forbidden,
    'wrong/other-port-inside.session': elsewhere,
    'wrong/container-restarted.session': elsewhere,
    'wrong/left-with-exit.session': elsewhere,
    // The program that holds the port is the student's own to end.
    'wrong/server-on-host.session': [
      'container.2 failed container.not-published',
      'install.1 failed package.index-never-fetched',
      'start.1 blocked check.blocked-by-task',
      'console.1 blocked check.blocked-by-task',
      'web.1 failed http.other-answers',
      'web.2 blocked check.blocked-by-check',
    ],
  },
);
