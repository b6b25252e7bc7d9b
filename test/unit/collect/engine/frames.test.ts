import { expect, test } from '@jest/globals';
import { demultiplex } from '../../../../src/collect/engine/frames';

const frame = (stream: number, text: string) =>
  Buffer.from([stream, 0, 0, 0, 0, 0, 0, text.length, ...Buffer.from(text)]);
const texts = (bytes: Buffer) => {
  const { stdout, stderr } = demultiplex(bytes);
  return [stdout.toString(), stderr.toString()];
};

test.each([
  ['nothing', Buffer.alloc(0), ['', '']],
  ['both outputs, mixed', Buffer.concat([frame(1, 'a'), frame(2, 'x'), frame(1, 'b')]), ['ab', 'x']],
  ['a frame that was cut off', frame(2, 'hello').subarray(0, 10), ['', 'he']],
  ['a header that was cut off', Buffer.concat([frame(1, 'a'), frame(1, 'b').subarray(0, 5)]), ['a', '']],
  ['a frame of length 0', Buffer.concat([frame(1, ''), frame(1, 'b')]), ['b', '']],
  ['bytes of a terminal', Buffer.from('root@1:/# ls'), ['root@1:/# ls', '']],
])('%s', (_, bytes, expected) => {
  expect(texts(bytes)).toEqual(expected);
});
