import { Markup, markup } from '../../../../text/markup';
import type { Gradebook } from '../../gradebook';
import { changesSection } from './changes-section';
import { checksSection } from './checks-section';
import { copiesSection } from './copies-section';
import { incompleteSection } from './incomplete-section';
import { marksSection } from './marks-section';
import { notReadSection } from './not-read-section';
import { script, scriptHash } from './script';
import { studentsSection } from './students-section';
import { style, styleHash } from './style';
import { summary } from './summary';
import { gradebookWords } from './words';

/** Nothing is loaded, framed or sent, and no script runs but our own, whatever students are called. */
const policy = `default-src 'none'; style-src '${styleHash}'; script-src '${scriptHash}'; base-uri 'none'; form-action 'none'`;

/** The gradebook as one page that needs no network. Its script sorts, searches and turns pages; without it all is there but the rows after the first page. */
export function htmlGradebook(gradebook: Gradebook): string {
  const { language, grader } = gradebook;
  const { title } = gradebookWords[language];
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${title}</h1>
${summary(gradebook)}
</header>
<main>
${marksSection(gradebook)}
${studentsSection(gradebook)}
${checksSection(gradebook)}
${incompleteSection(gradebook)}
${changesSection(gradebook)}
${copiesSection(gradebook)}
${notReadSection(gradebook)}
</main>
<footer><p>Vigie ${grader}</p></footer>
<script>${new Markup(script)}</script>
</body>
</html>
`.toString();
}
