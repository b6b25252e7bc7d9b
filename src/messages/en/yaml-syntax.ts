/** What the YAML parser's own codes mean to an author; other codes are told in the parser's words. */
export const yamlSyntax: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'this alias is malformed',
  BAD_DQ_ESCAPE: 'between double quotes a backslash is doubled: \\\\ (or use single quotes)',
  BAD_INDENT: 'this line is not indented like its neighbours, or a bracket before it is not closed',
  BAD_SCALAR_START: 'a value that starts with this character needs quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a value that has ": " in it needs quotes, or a new line before it',
  BLOCK_IN_FLOW: 'between brackets everything is written with brackets',
  KEY_OVER_1024_CHARS: 'this key is too long',
  MISSING_CHAR: 'something is missing here: a colon, a quote or a closing bracket',
  MULTILINE_IMPLICIT_KEY: 'a key stands on one line; is a colon or a quote missing?',
  MULTIPLE_ANCHORS: 'a value can have one anchor only',
  TAB_AS_INDENT: 'YAML is indented with spaces, not with tabs',
  TAG_RESOLVE_FAILED: 'labs have no tags such as !this; a text that starts with ! needs quotes',
  UNEXPECTED_TOKEN: 'this is not expected here; is a bracket, a quote or an indentation wrong?',
};
