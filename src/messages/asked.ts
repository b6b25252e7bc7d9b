/** What an engine was asked for, in kinds that people have words for. */
export type Asked =
  | 'engine'
  | 'events'
  | 'processes'
  | 'containers'
  | 'container'
  | 'images'
  | 'image'
  | 'history'
  | 'content'
  | 'registry'
  | 'logs'
  | 'files'
  | 'command'
  | 'packages'
  | 'something';

/** A call as faults name it (`GET /containers/ubuntu/top`), or the key of a fact (`top/ubuntu`). */
const kinds: readonly (readonly [RegExp, Asked])[] = [
  [/^\w+ \/(?:_ping|version|info)$|^engine$/, 'engine'],
  [/^\w+ \/events$|^events$/, 'events'],
  [/^\w+ \/containers\/json$|^(?:containers$|candidates\/)/, 'containers'],
  [/^\w+ \/containers\/[^/]+\/top$|^top\//, 'processes'],
  [/^\w+ \/containers\/[^/]+\/logs$|^logs\//, 'logs'],
  [/^\w+ \/containers\/[^/]+\/archive$|^file\//, 'files'],
  [/^\w+ \/(?:containers\/[^/]+\/exec|exec\/[^/]+\/\w+)$|^exec\//, 'command'],
  [/^\w+ \/containers\/[^/]+\/json$|^container\//, 'container'],
  [/^\w+ \/images\/json$|^images$/, 'images'],
  [/^\w+ \/images\/.+\/history$/, 'history'],
  [/^\w+ \/images\/.+\/get$|^content\//, 'content'],
  [/^\w+ \/images\/.+\/json$|^image\//, 'image'],
  [/^\w+ \/distribution\b|^registry\//, 'registry'],
  [/^read \/|^packages\//, 'packages'],
];

/** Students know containers and images, not paths of an interface: reports for programs keep the call. */
export const askedBy = (call: string): Asked =>
  kinds.find(([pattern]) => pattern.test(call))?.[1] ?? 'something';
