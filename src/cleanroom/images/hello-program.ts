import { endianness } from 'node:os';
import { CleanRoomError } from '../clean-room-error';

/** What Docker's own hello-world image prints, word for word. */
export const HELLO_TEXT = `
Hello from Docker!
This message shows that your installation appears to be working correctly.

To generate this message, Docker took the following steps:
 1. The Docker client contacted the Docker daemon.
 2. The Docker daemon pulled the "hello-world" image from the Docker Hub.
    (amd64)
 3. The Docker daemon created a new container from that image which runs the
    executable that produces the output you are currently reading.
 4. The Docker daemon streamed that output to the Docker client, which sent it
    to your terminal.

To try something more ambitious, you can run an Ubuntu container with:
 $ docker run -it ubuntu bash

Share images, automate workflows, and more with a free Docker ID:
 https://hub.docker.com/

For more examples and ideas, visit:
 https://docs.docker.com/get-started/

`;

const LOAD_ADDRESS = 0x400000n;
const ELF_HEADER_SIZE = 64;
const PROGRAM_HEADER_SIZE = 56;

/** A static Linux program for amd64 that writes `text` and ends with 0; assembled here, so that no compiler is needed. */
export function helloProgram(text: string): Buffer {
  if (process.arch !== 'x64' || endianness() !== 'LE') {
    throw new CleanRoomError(
      'cleanroom.unsupported-machine',
      'The stand-in for hello-world is made for amd64 only.',
    );
  }
  const message = Buffer.from(text, 'utf8');
  const code = writeAndExit(message.length);
  const start = ELF_HEADER_SIZE + PROGRAM_HEADER_SIZE;
  const size = start + code.length + message.length;
  return Buffer.concat([elfHeader(start), programHeader(size), code, message]);
}

/** write(1, message, length); exit(0). The message follows the code. */
function writeAndExit(length: number): Buffer {
  const code = Buffer.from([
    ...[0xb8, 1, 0, 0, 0], //               mov eax, 1 (write)
    ...[0xbf, 1, 0, 0, 0], //               mov edi, 1 (stdout)
    ...[0x48, 0x8d, 0x35, 16, 0, 0, 0], //  lea rsi, [rip + 16] (behind the code)
    ...[0xba, 0, 0, 0, 0], //               mov edx, length
    ...[0x0f, 0x05], //                     syscall
    ...[0xb8, 60, 0, 0, 0], //              mov eax, 60 (exit)
    ...[0x31, 0xff], //                     xor edi, edi
    ...[0x0f, 0x05], //                     syscall
  ]);
  code.writeUInt32LE(length, 18);
  return code;
}

function elfHeader(entry: number): Buffer {
  const header = Buffer.alloc(ELF_HEADER_SIZE);
  header.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]); // ELF, 64 bit, little endian, version 1
  header.writeUInt16LE(2, 16); //  an executable
  header.writeUInt16LE(62, 18); // for x86-64
  header.writeUInt32LE(1, 20);
  header.writeBigUInt64LE(LOAD_ADDRESS + BigInt(entry), 24);
  header.writeBigUInt64LE(BigInt(ELF_HEADER_SIZE), 32); // where the program header is
  header.writeUInt16LE(ELF_HEADER_SIZE, 52);
  header.writeUInt16LE(PROGRAM_HEADER_SIZE, 54);
  header.writeUInt16LE(1, 56); // one program header
  return header;
}

function programHeader(size: number): Buffer {
  const header = Buffer.alloc(PROGRAM_HEADER_SIZE);
  header.writeUInt32LE(1, 0); // load it
  header.writeUInt32LE(5, 4); // readable, executable
  header.writeBigUInt64LE(LOAD_ADDRESS, 16);
  header.writeBigUInt64LE(LOAD_ADDRESS, 24);
  header.writeBigUInt64LE(BigInt(size), 32);
  header.writeBigUInt64LE(BigInt(size), 40);
  header.writeBigUInt64LE(0x1000n, 48);
  return header;
}
