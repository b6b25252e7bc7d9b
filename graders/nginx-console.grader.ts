import { expect, host, test } from 'vigie/jest';

/**
 * nginx is installed first and started afterwards, at the console of the container: a start that comes first says that it failed, and does not count.
 * A terminal's log holds the session from its beginning.
 */
test('nginx was installed, then started, from the console of the container', () => {
  expect(host.logs('ubuntu')).toHaveRun(
    'apt install nginx',
    '/^(service nginx (re)?start|nginx( -[^s].*)?)$/',
  );
});
