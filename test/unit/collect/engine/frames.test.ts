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
  [
    'bytes behind the frames that are none',
    Buffer.concat([frame(1, 'a'), Buffer.from('ERROR: gone')]),
    ['aERROR: gone', ''],
  ],
  ['bytes of a terminal', Buffer.from('root@1:/# ls'), ['root@1:/# ls', '']],
])('%s', (_, bytes, expected) => {
  expect(texts(bytes)).toEqual(expected);
});

test.each([
  ['whole frames', frame(1, 'a'), false],
  ['a frame that was cut off', frame(2, 'hello').subarray(0, 10), 'cut'],
  ['a header that was cut off', frame(1, 'b').subarray(0, 5), 'cut'],
  ['a stream that there is none of', frame(3, 'a'), 'none'],
  ['a header that is none', Buffer.from('HTTP/1.1 500'), 'none'],
])('of %s it is told how they are broken', (_, bytes, broken) => {
  expect(demultiplex(bytes).broken).toBe(broken);
});
