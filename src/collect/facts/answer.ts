import type { Collector } from '../looking';

/** What the student wrote in the lab's answers file. */
export const answer: Collector<'answer'> = ({ lab, question }, { outside }) => outside.answer(lab, question);
