/** What the YAML parser's own codes mean to an author; other codes are told in the parser's words. */
export const yamlSyntax: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'cet alias est mal formé',
  BAD_DQ_ESCAPE:
    'entre guillemets doubles, une barre oblique inverse se double : \\\\ (ou utilisez des guillemets simples)',
  BAD_INDENT: 'cette ligne n’est pas décalée comme ses voisines, ou un crochet plus haut n’est pas fermé',
  BAD_SCALAR_START: 'une valeur qui commence par ce caractère se met entre guillemets',
  BLOCK_AS_IMPLICIT_KEY: 'une valeur qui contient « : » se met entre guillemets, ou à la ligne',
  BLOCK_IN_FLOW: 'entre crochets, tout s’écrit avec des crochets',
  KEY_OVER_1024_CHARS: 'cette clé est trop longue',
  MISSING_CHAR: 'il manque quelque chose ici : deux-points, guillemet ou crochet fermant',
  MULTILINE_IMPLICIT_KEY: 'une clé tient sur une ligne ; manque-t-il un deux-points ou un guillemet ?',
  MULTIPLE_ANCHORS: 'une valeur n’a qu’une ancre',
  TAB_AS_INDENT: 'le YAML se décale avec des espaces, pas avec des tabulations',
  TAG_RESOLVE_FAILED:
    'un lab n’a pas de balise telle que !ceci ; un texte qui commence par ! se met entre guillemets',
  UNEXPECTED_TOKEN: 'ceci n’est pas attendu ici ; un crochet, un guillemet ou un décalage est-il faux ?',
};
