import { describe, expect, test } from '@jest/globals';
import { readApk } from '../../../../src/collect/packages/apk';
import { readDpkg } from '../../../../src/collect/packages/dpkg';
import { summarize } from '../../../../src/collect/packages/package-row';

const status = `Package: nginx
Status: install ok installed
Priority: optional
Provides: httpd, httpd-cgi, nginx-abi (= 1.22)
Version: 1.22.1-9+deb12u9
Description: small, powerful, scalable web/proxy server
 Package: not-a-field
 .
 Version: 9

Package: apache2
Status: deinstall ok config-files
Version: 2.4.62-1
Conffiles:
 /etc/apache2/apache2.conf 0123456789abcdef

Package: python3
Status: install ok unpacked
Version: 3.11.2-1+b1

Package: nginx-common
Status: install ok installed
Version: 1.22.1-9+deb12u9
`;

describe('the database of dpkg', () => {
  test('gives name, version, how far it got, and what it provides', () => {
    expect(readDpkg(status)).toEqual([
      {
        name: 'nginx',
        version: '1.22.1-9+deb12u9',
        state: 'installed',
        provides: ['httpd', 'httpd-cgi', 'nginx-abi'],
      },
      { name: 'apache2', version: '2.4.62-1', state: 'removed', provides: [] },
      { name: 'python3', version: '3.11.2-1+b1', state: 'half-installed', provides: [] },
      { name: 'nginx-common', version: '1.22.1-9+deb12u9', state: 'installed', provides: [] },
    ]);
  });

  test('counts what distroless images list without a status as installed', () => {
    expect(readDpkg('Package: base-files\nVersion: 12.4\n', 'installed')).toMatchObject([
      { name: 'base-files', state: 'installed' },
    ]);
  });

  test('does not count a paragraph that says no status, nor a package that was never there', () => {
    expect(readDpkg('Package: nginx\n')).toEqual([]);
    expect(readDpkg('Package: nginx\nVersion: 9\nStatus: unknown ok not-installed\n')).toEqual([]);
    expect(readDpkg(`${status}\nPackage: vim\nVersion: 9\n`)).toEqual(readDpkg(status));
  });

  test.each(['', '\n\n\n', 'no field at all', 'Package nginx', '\0\0'])('is empty in %j', (text) => {
    expect(readDpkg(text)).toEqual([]);
  });
});

describe('the database of apk', () => {
  test('gives name, version and what it provides', () => {
    const installed = `C:Q1abc=
P:nginx
V:1.26.3-r0
A:x86_64
p:nginx-mod so:libfoo.so.1=1.2 cmd:nginx=1.26.3-r0
F:etc
R:nginx.conf

P:musl
V:1.2.5-r9
`;
    expect(readApk(installed)).toEqual([
      {
        name: 'nginx',
        version: '1.26.3-r0',
        state: 'installed',
        provides: ['nginx-mod', 'so:libfoo.so.1', 'cmd:nginx'],
      },
      { name: 'musl', version: '1.2.5-r9', state: 'installed', provides: [] },
    ]);
  });
});

describe('what is kept of a database', () => {
  const rows = readDpkg(status);

  test('is what was asked for, and what is like it', () => {
    expect(summarize(rows, ['nginx', 'apache2', 'python3'])).toEqual({
      installed: { nginx: '1.22.1-9+deb12u9' },
      unfinished: { apache2: 'removed', python3: 'half-installed' },
      related: ['nginx-common'],
      count: 2,
    });
  });

  test('has what provides the name', () => {
    expect(summarize(rows, ['httpd']).related).toEqual(['nginx']);
  });

  test('is little of a large database', () => {
    const many = Array.from(
      { length: 5000 },
      (_, n) => `Package: lib-${n}\nStatus: install ok installed\nVersion: 1\n`,
    ).join('\n');
    const summary = summarize(readDpkg(many), ['lib']);
    expect(summary.count).toBe(5000);
    expect(summary.related.length).toBeLessThan(20);
  });
});
