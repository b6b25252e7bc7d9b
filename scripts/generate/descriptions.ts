import type { ValueType } from '../../src/checks/attribute';
import type { MatcherName } from '../../src/checks/match/matchers';
import type { CommonCheckKey } from '../../src/spec/keys';

/** What the schema and the reference pages say of the parts of the language that belong to no kind. */
export const labKeys = {
  vigie: 'Version of the lab language; always 1.',
  id: 'Name of the lab in commands and reports: the name of its folder.',
  lang: 'Language of texts that are given once; French by default.',
  title: 'Title of the lab.',
  scale: 'The mark is out of this; 20 by default. The points of the tasks that are no bonus add up to it.',
  pass: 'The mark from which the lab is passed; half of the scale by default.',
  reveal:
    'How much a message gives away: `nothing` more than what is wrong, a `hint`, or the `command` to type.',
  digests: 'Digests (`sha256:…`) that the course knows to be good, by name of the image.',
  images:
    'Images that students of this lab get from a registry: nothing else that has such a name is it, and a clean room has them ready. A name that is not listed is the student’s to give.',
  mirrors:
    'Mirrors of Docker Hub (`host:port`) whose word counts as its own; without this key any that the engine is configured with, with `[]` none.',
  network:
    'What sessions of this lab may reach from a clean room besides images: `apt` (the package archives of Debian and Ubuntu); nothing by default.',
  tasks: 'Tasks, in the order in which students see them.',
} as const;

export const taskKeys = {
  id: 'Name of the task in `needs` and in reports.',
  title: 'Title of the task.',
  course: 'The part of the course that teaches this.',
  needs: 'Tasks that have to pass before this one is looked at.',
  points: 'Points of the task, divided over its checks by their `weight`.',
  bonus: 'The points come on top of the scale.',
  excused: 'Waived: why nobody is marked on this task.',
  checks: 'What must be true of the host.',
} as const;

export const commonKeys: Readonly<Record<CommonCheckKey, string>> = {
  id: 'Name of the check in reports; `<task>.<n>` by default.',
  title: 'What the student reads; made from the check by default.',
  hint: 'What to try when the check does not pass.',
  weight: 'Share of the points of the task; 1 by default.',
  partial: 'Divide the points of the check over its assertions.',
  within: 'How long the host may still take to become right: `10s`.',
  hidden: 'The student sees the outcome, not what was expected.',
  excused: 'Waived: why nobody is marked on this check.',
  reveal: 'Like `reveal` of the lab, for this check.',
};

export const existsDescription = 'Whether it is there at all; `false` asks that it is not.';

export const matchers: Readonly<Record<MatcherName, readonly [describe: string, example: string]>> = {
  not: ['This does not hold.', '{ not: exited }'],
  any: ['One of these holds.', '{ any: [running, paused] }'],
  all: ['All of these hold.', '{ all: [/^a/, /z$/] }'],
  none: ['None of these holds.', '{ none: [dead, exited] }'],
  only: ['Exactly these, in any order.', '{ only: ["80:80"] }'],
  contains: ['Has this part, element or key; several: all of them.', '{ contains: nginx }'],
  matches: ['Has a part that matches the pattern; needs no slashes.', '{ matches: "^/srv" }'],
  equals: ['Is exactly this: no pattern, lists in order.', '{ equals: [nginx, -g] }'],
  gt: ['Is greater than this (numbers, sizes, durations, versions).', '{ gt: 0 }'],
  gte: ['Is this or greater.', '{ gte: "20.10" }'],
  lt: ['Is less than this.', '{ lt: 10s }'],
  lte: ['Is this or less.', '{ lte: 512m }'],
  size: ['Number of elements, keys or characters.', '{ size: { gte: 1 } }'],
  exists: ['Whether there is a value.', '{ exists: false }'],
  'same-as': ['Is what another resource has: kind/name.attribute.', '{ same-as: container/db.networks }'],
};

export const types: Readonly<Record<ValueType, string>> = {
  string: 'Text, or a pattern `/…/` (flags `i`, `m`, `s`).',
  text: 'Long text, or a pattern; a final line feed does not count, a list asks for several parts.',
  path: 'A path; `/x/` is a path here, use `{ matches: … }` for a pattern.',
  number: 'A number.',
  boolean: '`true` or `false`.',
  version: 'A version, a range such as `>=20.10 <29`, or a pattern.',
  size: 'Bytes: `512m`, `1.5g`, or a number.',
  duration: 'A duration: `500ms`, `10s`, `1m30s`.',
  publication: 'A published port as `docker run -p` takes it: `80:80`, `127.0.0.1:8080:80/tcp`.',
  reference: 'A name of an image; `ubuntu` and `docker.io/library/ubuntu:latest` are one.',
  id: 'An ID of a container or an image, or the beginning of one.',
  mode: 'Permissions of a file: `0644` or `rw-r--r--`.',
  command:
    'A command as a shell reads it: `apt install nginx` is met by `apt-get install -y nginx`, `service nginx start` by `/etc/init.d/nginx  start`, `python3` by `clear; /usr/bin/python3 -q`.',
  platform: 'A platform or one half of it: `linux/amd64`.',
};
