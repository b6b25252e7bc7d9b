import { markup, type Markup } from '../../../../text/markup';
import type { Gradebook, GradebookStudent } from '../../gradebook';
import { listed } from './listed';
import { prose } from './say';
import { gradebookWords } from './words';

interface Incomplete {
  readonly student: GradebookStudent;
  readonly lab: string;
  readonly why: string;
}

/** Who has no mark yet, and why. */
export function incompleteSection({ students, language }: Gradebook): Markup {
  const words = gradebookWords[language];
  const all = students.flatMap((student) => whyOf(student, language));
  if (all.length === 0) return markup``;
  return markup`<section aria-labelledby="incomplete"><h2 id="incomplete">${words.incomplete}</h2>
<p class="soft">${words.incompleteIntro}</p>
${listed(
  { label: words.incomplete, heads: [words.student, words.lab, words.why], rows: all, language },
  ({ student, lab, why }) =>
    markup`<tr><th scope="row">${student.name} <small>${student.id}</small></th><td>${lab}</td><td>${prose(why, language)}</td></tr>`,
)}</section>`;
}

function whyOf(student: GradebookStudent, language: Gradebook['language']): readonly Incomplete[] {
  const words = gradebookWords[language];
  const { problem, missing, labs } = student;
  return [
    ...(problem ? [{ student, lab: '–', why: problem.text }] : []),
    ...labs
      .filter(({ outcome }) => outcome === 'incomplete')
      .map(({ lab, reasons }) => ({
        student,
        lab,
        why: reasons.length > 0 ? reasons.join(' ') : words.noReason,
      })),
    // Of whom nothing could be graded, no lab is missing in particular.
    ...(problem ? [] : missing.map((lab) => ({ student, lab, why: words.notHandedIn }))),
  ];
}
