import { expect, host, test } from 'vigie/jest';

/**
 * The order of what was typed is what a check in YAML cannot say: nginx is installed first and started afterwards, at the console of the
 * container. A terminal's log holds the session from its beginning.
 */
test('nginx was installed, then started, from the console of the container', () => {
  expect(host.logs('ubuntu')).toHaveLogged(
    /[#$] [^\n]*apt(-get)? [^\n]*install[^\n]*nginx(.|\n)*[#$&;] *(service nginx (re)?start|\/etc\/init\.d\/nginx start|(\/usr\/sbin\/)?nginx)\b/,
  );
});
