/** All that Vigie knows of terminals: what is safe to print, what a recording says, how wide a text is. */
export { escapeTerminal } from './escape-terminal';
export { stripTerminal } from './strip-terminal';
export { displayWidth, truncateToWidth, wrap } from './display-width';
