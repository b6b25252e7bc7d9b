import type { IncomingMessage } from 'node:http';
import { fault, type Fault } from '../../evidence/fault';
import type { BodyStream } from './engine';
import type { Guard } from './guard';

interface BodyOptions {
  readonly call: string;
  readonly maxBytes: number;
  readonly guard: Guard;
  /** Names the fault behind an error of the connection. */
  readonly classify: (error: Error) => Fault;
}

/** The body of a response under its guard: at most `maxBytes` come through, then it ends as `too-large`. */
export function bodyStream(
  response: IncomingMessage,
  { call, maxBytes, guard, classify }: BodyOptions,
): BodyStream {
  let lost: Fault | undefined;
  const close = () => {
    guard.release();
    response.destroy(); // a connection whose body was read to its end is back in the pool already, and not destroyed
  };
  response.on('error', () => undefined); // told by the iteration, if there is one
  async function* read(): AsyncGenerator<Buffer> {
    let left = maxBytes;
    try {
      for await (const chunk of response as AsyncIterable<Buffer>) {
        if (chunk.length > left) {
          guard.end(fault('too-large', { call, maxBytes }));
          if (left > 0) yield chunk.subarray(0, left);
          return;
        }
        left -= chunk.length;
        yield chunk;
      }
    } catch (error) {
      lost = classify(error as Error); // streams fail with Errors only
    } finally {
      close();
    }
  }
  return { [Symbol.asyncIterator]: read, fault: () => guard.fault() ?? lost, close };
}

/** The whole body, or why it is not whole. */
export async function readWhole(stream: BodyStream): Promise<Buffer | Fault> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return stream.fault() ?? Buffer.concat(chunks);
}
