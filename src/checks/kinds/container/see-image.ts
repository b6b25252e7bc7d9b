import type { Fault } from '../../../evidence/fault';
import type { Message } from '../../../messages/message';
import type { Lab } from '../../../spec/lab';
import type { Json } from '../../../text/json';
import type { Seen } from '../../attribute';
import type { Look } from '../../kind';
import { imageNameOf, isSameImage } from './image-name';
import { imagesNamedIn, isMadeFrom, type Named } from './made-from';

/**
 * The image that a container runs, under the name by which the check asks for it where it has that name rightly; else as the container was created with it.
 * A name that was borrowed is none: then it is what it is besides, and the message says how it came to the name.
 */
export function seeImage(named: Named, expected: Json | undefined, lab: Lab, look: Look): Seen {
  const { inspect } = named;
  let unknown: { readonly fault: Fault } | undefined;
  let borrowed: { readonly name: string; readonly message?: Message } | undefined;
  for (const name of imagesNamedIn(expected)) {
    const made = isMadeFrom(name, named, lab, look);
    if (made === undefined) continue;
    if ('fault' in made) unknown ??= made;
    else if (made.value === true) return { value: name };
    else borrowed ??= { name, ...(made.message && { message: made.message }) };
  }
  if (unknown) return unknown;
  const called = imageNameOf(inspect, expected, look);
  if (borrowed === undefined) return { value: called };
  const { message } = borrowed;
  const original = message?.code === 'container.borrowed-image' ? message.args.original : undefined;
  const isOtherName = called !== undefined && !isSameImage(called, borrowed.name);
  const value = isOtherName ? called : (original ?? shortId(inspect.Image ?? ''));
  return { value, ...(message && { message }) };
}

const shortId = (id: string): string => id.replace(/^sha256:/, '').slice(0, 12);
