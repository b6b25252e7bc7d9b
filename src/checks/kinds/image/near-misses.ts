import { parsedNames } from '../../../evidence/local-digests';
import { message, type Message } from '../../../messages/message';
import { familiar, parseReference, sameImageName } from '../../../text/image-reference';
import { formatPlatform } from '../../../text/platform';
import type { CheckKind, Diagnosis } from '../../kind';
import type { Image } from './open';

type Rule = (diagnosis: Diagnosis<Image>) => Message | undefined;

/** Pulled for another machine (`--platform`). */
const otherPlatform: Rule = ({ misses, resource: { inspect, shown } }) => {
  const miss = misses.find(({ key }) => ['arch', 'platform', 'os'].includes(key));
  if (!miss || typeof miss.expected !== 'string') return undefined;
  const seen = formatPlatform({
    ...(inspect.Os && { os: inspect.Os }),
    ...(inspect.Architecture && { architecture: inspect.Architecture }),
  });
  return message('image.other-platform', { name: shown, expected: miss.expected, seen });
};

/** The tag asked for is there, and names another image. */
const tagElsewhere: Rule = ({ misses, resource: { images, inspect, shown } }) => {
  const miss = misses.find(({ key }) => key === 'tags');
  if (!miss || 'fault' in images) return undefined;
  const wanted = [miss.expected].flat().flatMap((tag) => {
    const parsed = typeof tag === 'string' ? parseReference(tag) : undefined;
    return parsed?.ok ? [parsed.value] : [];
  });
  const others = images.value
    .filter(({ Id }) => Id !== inspect.Id)
    .flatMap(({ RepoTags }) => parsedNames(RepoTags));
  const found = wanted.find((tag) => others.some((other) => sameImageName(other, tag)));
  return found && message('image.tag-elsewhere', { name: shown, tag: familiar(found) });
};

/** More containers than the lab asks for: earlier attempts are left. */
const tooManyContainers: Rule = ({ misses, resource: { shown } }) => {
  const miss = misses.find(({ key }) => key === 'containers');
  const expected = miss?.expected;
  const size =
    typeof expected === 'object' && expected !== null && 'size' in expected ? expected['size'] : undefined;
  if (typeof size !== 'number' || !Array.isArray(miss?.seen) || miss.seen.length <= size) return undefined;
  return message('image.more-containers', {
    name: shown,
    expected: size,
    seen: miss.seen.map(String).slice(0, 10),
  });
};

/** The other near misses come with what the attributes have seen. */
export const nearMisses: CheckKind<Image>['nearMisses'] = [otherPlatform, tagElsewhere, tooManyContainers];
