import { caps } from '../../evidence/caps';
import type { ImageInspect } from '../../evidence/docker';
import type { Fact } from '../../evidence/evidence';
import type { ImageFact } from '../../evidence/facts';
import { answerShapes } from '../../evidence/shapes/answer-shapes';
import type { HistoryRow } from '../../evidence/shapes/shape';
import { noSuchImage } from '../engine/absence';
import { whoseImage } from '../engine/asked-for';
import { admit, invalid } from '../engine/door';
import type { Call } from '../engine/engine';
import { limits, within } from '../limits';
import type { Collector, Looking } from '../looking';
import { keepEnvironment, keepHistoryEnvironment } from './environment';
import { imagePath } from './image-path';

/** One image as `docker inspect` and `docker history` show it, without the values of variables that nobody asked for. */
export const image: Collector<'image'> = async ({ reference, env }, looking) => {
  const [inspected, history] = await Promise.all([
    inspectImage(reference, looking),
    historyOf(reference, looking),
  ]);
  if ('fault' in inspected) return inspected;
  if (inspected.value === null) return { value: null };
  if ('fault' in history) return history;
  // Removed between the two answers.
  if (history.value === null) return { value: null };
  return {
    value: { inspect: keepEnvironment(inspected.value, env), history: stepsOf(history.value, env) },
  };
};

/** An image by its name, or by at least twelve digits of its ID; `null`: no image has that name. */
async function inspectImage(
  reference: string,
  { engine, signal }: Looking,
): Promise<Fact<ImageInspect | null>> {
  const call: Call<'json'> = { method: 'GET', path: imagePath(reference, 'json'), as: 'json' };
  const answer = await engine.request(call, within(limits.inspect, signal));
  const fact = admit(call, answer, { shape: answerShapes.image }, noSuchImage(reference));
  if ('fault' in fact || fact.value === null) return fact;
  const whose = whoseImage(reference, fact.value);
  if (whose === 'asked') return fact;
  // Found by the beginning of an ID, or (Podman) by an alias of another registry's name: this name itself is nowhere.
  const isNowhere = whose === 'likeness' || (answer.ok && 'libpod-api-version' in answer.headers);
  return isNowhere ? { value: null } : { fault: invalid(call, `about ${fact.value.Id}`) };
}

async function historyOf(
  reference: string,
  { engine, signal }: Looking,
): Promise<Fact<readonly HistoryRow[] | null>> {
  const call: Call<'json'> = { method: 'GET', path: imagePath(reference, 'history'), as: 'json' };
  const answer = await engine.request(call, within(limits.inspect, signal));
  return admit(call, answer, { shape: answerShapes.history }, noSuchImage(reference));
}

const stepsOf = (
  rows: readonly HistoryRow[],
  env: readonly string[] | 'all' | undefined,
): ImageFact['history'] =>
  rows.slice(0, caps.imageSteps).map(({ CreatedBy, Comment, Tags }) => ({
    createdBy: keepHistoryEnvironment(CreatedBy, env).slice(0, caps.imageStepText),
    comment: Comment.slice(0, caps.imageStepText),
    tags: Tags ?? [],
  }));
