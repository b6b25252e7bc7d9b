import { expect, test } from '@jest/globals';
import { noSuchContainer, noSuchImage, noSuchPath } from '../../../../src/collect/engine/absence';

// Words as Docker 20.10 to 28.5 and Podman 4.3 to 5.8 gave them.
test.each([['No such container: web'], ['no container with name or ID "web" found: no such container']])(
  '%s: a container that is not there',
  (words) => {
    expect(noSuchContainer('web')(words)).toBe(true);
    expect(noSuchContainer('web2')(words)).toBe(false);
    expect(noSuchContainer('we')(words)).toBe(false);
  },
);

test.each([
  ['no such image: nosuch: No such image: nosuch:latest'],
  ['No such image: nosuch:latest'],
  ['No such image: nosuch'],
  ['failed to find image nosuch: docker.io/library/nosuch: No such image'],
  ['failed to find image docker.io/library/nosuch: docker.io/library/nosuch: image not known'],
])('%s: an image that is not there', (words) => {
  expect(noSuchImage('nosuch')(words)).toBe(true);
  expect(noSuchImage('docker.io/library/nosuch:latest')(words)).toBe(true);
  expect(noSuchImage('nosuch:22.04')(words)).toBe(false);
  expect(noSuchImage('other')(words)).toBe(false);
});

test('a path that is not there is told by its own name', () => {
  const is = noSuchPath('ubuntu', '/no/such');
  expect(is('Could not find the file /no/such in container ubuntu')).toBe(true);
  expect(is('no such file or directory')).toBe(true);
  expect(is('Could not find the file /no/such in container other')).toBe(false);
});

test.each([['page not found'], ['Not Found'], [''], ['<html>No such container: web</html>'], ['web']])(
  '%j says nothing of anything',
  (words) => {
    expect([noSuchContainer('web')(words), noSuchImage('web')(words), noSuchPath('web', '/')(words)]).toEqual(
      [false, false, false],
    );
  },
);
