import { nameBehind } from '../../checks/kinds/jest';
import { textsOf, valueProblem, type Draft } from '../draft';
import type { Problem } from '../problem';
import { unknownIn } from '../structure';
import { pointerTo } from '../yaml/tree';
import { eachCheck } from './kinds';
import { malformed } from './names';

/** `reads: [container/ubuntu]` asks for what the test looks at: what it misspells would never be collected. */
export function namesInReads(draft: Draft): readonly Problem[] {
  return eachCheck(draft).flatMap(({ kind, json, pointer }) =>
    kind?.kind === 'jest'
      ? textsOf(json['reads']).flatMap((item, index) =>
          badRead(draft, pointerTo(pointer, 'reads', index), item),
        )
      : [],
  );
}

function badRead(draft: Draft, at: string, item: string): readonly Problem[] {
  const [word = '', ...rest] = item.split('/');
  const behind = Object.hasOwn(nameBehind, word) ? nameBehind[word] : undefined;
  if (behind === undefined || (behind === 'nothing' && rest.length > 0)) {
    const args = { value: item, ...unknownIn(word, Object.keys(nameBehind)) };
    return [valueProblem(draft, at, 'value.unknown', args)];
  }
  return behind === 'nothing' ? [] : malformed(draft, at, behind, rest.join('/'));
}
