import { workflowCommand } from '../text/escape-workflow-command';

/** An annotation of the run; the text may be anything. */
export const annotation = (command: 'error' | 'warning', text: string): string =>
  workflowCommand({ command, properties: { title: 'Vigie' }, text });

/** Between these two lines the runner obeys nothing: what a graded host says is only shown. The token is not to be guessed. */
export const unheeded = (text: string, token: string): string =>
  `::stop-commands::${token}\n${text}${text.endsWith('\n') || text === '' ? '' : '\n'}::${token}::\n`;
