import { randomUUID } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { troubleOf } from '../text/file-trouble';

/**
 * Writes a file whole or not at all: what was there stays as it was until the new text is complete, also on a full disk, and nothing else is left behind.
 * The file keeps its mode and owner; a link stays, and the file that it leads to is replaced; a device, a pipe or an open descriptor is written to.
 * Throws what the system says.
 */
export function writeWhole(path: string, text: string | Uint8Array): void {
  const descriptor = descriptorOf(path);
  if (descriptor !== undefined) {
    writeAll(descriptor, text);
    return;
  }
  const there = statSync(path, { throwIfNoEntry: false });
  if (there && !there.isFile()) {
    writeInto(path, text);
    return;
  }
  const target = there ? realpathSync(path) : endOfLinks(path);
  // Whoever took the right to write it from a file did not mean another one in its place.
  if (there) accessSync(target, constants.W_OK);
  try {
    replace(target, text, there);
  } catch (error) {
    // Of some files only the content can be changed: those in a folder that is not ours, and those that a container has mounted alone.
    if (!there || !isHeld.has(troubleOf(error))) throw error;
    overwrite(target, text);
  }
}

/** Writes a file that must not be there yet, or none. */
export function writeNew(path: string, text: string, mode?: number): void {
  const handle = openSync(path, 'wx', mode);
  try {
    writeAll(handle, text);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
}

/** Adds to a file, or leaves it as it was. */
export function addWhole(path: string, text: string): void {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there && !there.isFile()) {
    writeInto(path, text);
    return;
  }
  const handle = openSync(path, 'a');
  const { size } = fstatSync(handle);
  try {
    writeAll(handle, text);
  } catch (error) {
    if (there) ftruncateSync(handle, size);
    else rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
}

const isHeld: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EBUSY']);

const named: Readonly<Record<string, number>> = { '/dev/stdout': 1, '/dev/stderr': 2 };

/** The descriptor that a shell has opened for us: whoever holds it would not see a file that takes its place. */
function descriptorOf(path: string): number | undefined {
  const full = resolve(path);
  const number = /^\/(?:dev|proc\/self)\/fd\/(\d+)$/.exec(full)?.[1];
  return number === undefined ? named[full] : Number(number);
}

/** Where a link leads to although there is nothing yet: the file is made there, as a shell would. */
function endOfLinks(path: string): string {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return path;
  return endOfLinks(resolve(dirname(path), readlinkSync(path)));
}

function replace(target: string, text: string | Uint8Array, there: Stats | undefined): void {
  // Beside it, since nothing is renamed to another disk; short, since the name itself may be as long as names can be.
  const unfinished = join(dirname(target), `.vigie-${randomUUID().slice(0, 13)}.part`);
  const handle = openSync(unfinished, 'wx');
  try {
    try {
      writeAll(handle, text);
      if (there) keepRights(handle, there);
    } finally {
      closeSync(handle);
    }
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

function keepRights(handle: number, { uid, gid, mode }: Stats): void {
  const now = fstatSync(handle);
  // Only root can give a file away: what cannot keep its owner is overwritten instead.
  if (now.uid !== uid || now.gid !== gid) fchownSync(handle, uid, gid);
  fchmodSync(handle, mode & 0o7777);
}

function overwrite(path: string, text: string | Uint8Array): void {
  const handle = openSync(path, constants.O_WRONLY | constants.O_TRUNC);
  try {
    writeAll(handle, text);
  } finally {
    closeSync(handle);
  }
}

function writeInto(path: string, text: string | Uint8Array): void {
  // A pipe that nobody reads would be waited for; one that is read must not seem to end before it has begun.
  const trial = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  try {
    const handle = openSync(path, constants.O_WRONLY | constants.O_APPEND);
    try {
      writeAll(handle, text);
    } finally {
      closeSync(handle);
    }
  } finally {
    closeSync(trial);
  }
}

function writeAll(handle: number, text: string | Uint8Array): void {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(handle, bytes, at);
    } catch (error) {
      if (troubleOf(error) !== 'EAGAIN') throw error;
      // A pipe of ours does not wait by itself until its reader has made room.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
