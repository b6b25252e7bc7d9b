/** The path of an image's own call; the slashes and colons of its name stay as they are, as the docker CLI sends them. */
export function imagePath(reference: string, call: 'json' | 'history' | 'get'): string {
  return `/images/${encodeReference(reference)}/${call}`;
}

export const encodeReference = (reference: string): string =>
  reference.split('/').map(encodeSegment).join('/');

const encodeSegment = (segment: string): string =>
  encodeURIComponent(segment).replaceAll('%3A', ':').replaceAll('%40', '@');
