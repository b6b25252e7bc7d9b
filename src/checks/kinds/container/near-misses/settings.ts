import { message } from '../../../../messages/message';
import { isJsonObject } from '../../../../text/json';
import { plainText } from '../../../../text/plain-text';
import { literalIn, literalsIn, missOf, nameOf, wants, type Rule } from './rule';
import { isShell, programOf } from './shell';
import { expectedEntries } from '../../../match/map-matchers';

const command: Rule = (diagnosis) => {
  const miss = missOf(diagnosis, 'command');
  const expected = miss && literalsIn(miss.expected).join(' ');
  if (expected === undefined || expected === '' || !Array.isArray(miss?.seen)) return undefined;
  const seen = miss.seen.map(String).join(' ');
  return seen === ''
    ? message('container.default-command', { expected })
    : message('container.other-command', { expected, seen: seen.slice(0, 80) });
};

/** A shell was asked for, whichever, and something else runs: `-it` gives it a terminal at which nobody listens. */
const noShell: Rule = (diagnosis) => {
  const miss = missOf(diagnosis, 'main-process');
  const { inspect } = diagnosis.resource;
  if (!wants(miss, '/bin/bash') || !wants(miss, '/bin/sh') || isShell(inspect)) return undefined;
  return message('container.no-shell', { name: nameOf(inspect), program: programOf(inspect) });
};

const mainProcess: Rule = (diagnosis) => {
  const miss = missOf(diagnosis, 'main-process');
  const expected = miss && literalsIn(miss.expected)[0];
  if (expected === undefined || typeof miss?.seen !== 'string') return undefined;
  return message('container.other-main-process', {
    expected: String(expected),
    seen: miss.seen.slice(0, 80),
  });
};

const privileged: Rule = (diagnosis) =>
  missOf(diagnosis, 'privileged')?.seen === true
    ? message('container.privileged', { name: nameOf(diagnosis.resource.inspect) })
    : undefined;

const root: Rule = (diagnosis) => {
  const miss = missOf(diagnosis, 'user');
  const expected = miss && literalIn(miss.expected);
  const isRoot = miss?.seen === '' || /^(root|0)(:|$)/.test(plainText(miss?.seen));
  return expected !== undefined && isRoot ? message('container.runs-as-root', { expected }) : undefined;
};

const limits: Rule = (diagnosis) => {
  const shown = (key: string): string | undefined => {
    const miss = missOf(diagnosis, key);
    if (!miss || (miss.seen !== 0 && miss.seen !== 'no')) return undefined;
    const [bound] = isJsonObject(miss.expected) ? Object.values(miss.expected) : [miss.expected];
    return (
      literalIn(miss.expected) ??
      (typeof bound === 'string' || typeof bound === 'number' ? String(bound) : undefined)
    );
  };
  const memory = shown('memory');
  if (memory !== undefined) return message('container.no-memory-limit', { expected: memory });
  const cpus = shown('cpus');
  if (cpus !== undefined) return message('container.no-cpu-limit', { expected: cpus });
  const policy = shown('restart-policy');
  return policy === undefined ? undefined : message('container.no-restart-policy', { expected: policy });
};

const environment: Rule = (diagnosis) => {
  const miss = missOf(diagnosis, 'env');
  if (!miss) return undefined;
  const seen = isJsonObject(miss.seen) ? miss.seen : {};
  const wanted = expectedEntries(miss.expected).filter(([, value]) => !isAbsence(value));
  const missing = wanted.map(([name]) => name).filter((name) => !Object.hasOwn(seen, name));
  if (missing.length > 0) return message('container.env-missing', { names: missing });
  const [first, second] = wanted;
  return first !== undefined && second === undefined
    ? message('container.env-differs', { names: [first[0]] })
    : undefined;
};

const isAbsence = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'exists' in value;

const mount: Rule = (diagnosis) => {
  const miss = missOf(diagnosis, 'mounts');
  if (!miss) return undefined;
  const seen = isJsonObject(miss.seen) ? miss.seen : {};
  for (const [path, wanted] of expectedEntries(miss.expected)) {
    const expected = literalIn(wanted);
    const there = seen[path];
    if (typeof there === 'string') {
      if (expected === undefined || there === expected) continue;
      return /^[0-9a-f]{64}$/.test(there)
        ? message('container.anonymous-volume', { path, expected })
        : message('container.other-volume', { path, expected, seen: there });
    }
    const elsewhere = Object.entries(seen).find(
      ([, source]) => expected !== undefined && source === expected,
    );
    return elsewhere && expected !== undefined
      ? message('container.mount-elsewhere', { path, seen: elsewhere[0], source: expected })
      : message('container.mount-missing', { path });
  }
  return undefined;
};

/** The engine refuses to connect a container to these, or one of these to another network. */
const isFixedNetwork = (network: string): boolean =>
  network === 'host' || network === 'none' || network.startsWith('container:');

const onNetwork: Rule = (diagnosis) => {
  const miss = missOf(diagnosis, 'networks');
  const seen = Array.isArray(miss?.seen) ? miss.seen.map(String) : [];
  const network =
    miss &&
    literalsIn(miss.expected)
      .map(String)
      .find((one) => !seen.includes(one));
  if (network === undefined) return undefined;
  const { inspect } = diagnosis.resource;
  const mode = inspect.HostConfig?.NetworkMode ?? '';
  const told = { name: nameOf(inspect), network, seen };
  return [network, mode, ...seen].some(isFixedNetwork)
    ? message('container.other-network-mode', told)
    : message('container.not-on-network', told);
};

export const settingRules: readonly Rule[] = [
  command,
  noShell,
  mainProcess,
  privileged,
  root,
  limits,
  environment,
  mount,
  onNetwork,
];
