import { request } from 'node:http';

/** Whether an engine answers on this socket, within two seconds: also somebody who puts himself in its place has no more. */
export function ping(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const options = { socketPath, path: '/_ping', agent: false, signal: AbortSignal.timeout(2000) };
    const sent = request(options, (answer) => {
      answer.on('error', () => undefined); // only its status counts, which is here
      answer.destroy();
      resolve(answer.statusCode === 200);
    });
    sent.on('error', () => {
      resolve(false);
    });
    sent.end();
  });
}
