import { get } from 'node:https';

/** Where Docker's engine looks for images that are named without a registry. */
export const DOCKER_HUB = 'https://registry-1.docker.io';

/** Whether Docker Hub answers from here; any status will do, it asks for a login first. Gives up after `deadlineMs`. */
export function dockerHubAnswers(deadlineMs = 2500): Promise<boolean> {
  return new Promise((resolve) => {
    const sent = get(
      `${DOCKER_HUB}/v2/`,
      { signal: AbortSignal.timeout(deadlineMs), agent: false },
      (answer) => {
        answer.resume();
        resolve(answer.headers['docker-distribution-api-version'] !== undefined);
      },
    );
    sent.on('error', () => {
      resolve(false);
    });
  });
}
