import type { Fact } from '../../evidence/evidence';
import type { ContentFact, EngineFact } from '../../evidence/facts';
import { fault } from '../../evidence/fault';
import type { ImageInspect } from '../../evidence/docker';
import { noSuchImage } from '../engine/absence';
import { messageOf } from '../engine/call-name';
import { unexpected } from '../engine/door';
import type { BodyStream, Call } from '../engine/engine';
import { compareContent } from '../image-archive/compare';
import { readArchive } from '../image-archive/read-archive';
import { limits, within } from '../limits';
import type { Collector } from '../looking';
import { imagePath } from './image-path';

/** Reads the whole image as `docker save` gives it, and hashes it as it goes by. */
export const content: Collector<'content'> = async ({ reference }, { engine: port, ask, signal }) => {
  const [engine, image] = await Promise.all([ask({ fact: 'engine' }), ask({ fact: 'image', reference })]);
  if ('fault' in engine) return engine;
  if ('fault' in image) return image;
  if (image.value === null) return { value: null };
  const { inspect } = image.value;

  const call: Call<'stream'> = { method: 'GET', path: imagePath(reference, 'get'), as: 'stream' };
  const answer = await port.request(call, within(limits.content, signal));
  if (!answer.ok) return { fault: answer.fault };
  if (answer.status === 200) return compare(answer.body, call, inspect, engine.value.store);
  const body = await wordsOf(answer.body);
  // Removed since it was inspected.
  if (answer.status === 404 && noSuchImage(reference)(body)) return { value: null };
  const found = damageIn(body);
  if (found !== undefined) return { value: damaged(inspect, found) };
  return { fault: unexpected(call, { ...answer, body }) };
};

async function compare(
  body: BodyStream,
  call: Call,
  inspect: ImageInspect,
  store: EngineFact['store'],
): Promise<Fact<ContentFact>> {
  const name = `${call.method} ${call.path}`;
  try {
    const files = await readArchive(body, limits.content.maxBytes);
    const lost = body.fault();
    if (lost) return { fault: lost };
    const compared = compareContent(inspect, store, files);
    if ('unknown' in compared)
      return { fault: fault('format.unknown', { of: 'image', detail: `zstd: ${compared.unknown}` }) };
    return { value: compared };
  } catch (error) {
    // Only a tar that is none or is cut off rejects.
    const detail = error instanceof Error ? error.message : String(error);
    return { fault: body.fault() ?? fault('engine.answer-invalid', { call: name, detail }) };
  } finally {
    body.close();
  }
}

/** The engine compares layers with their digests while it packs them, and gives up where one differs. */
const damage =
  /(?:file integrity checksum failed for|unexpected commit digest|digest mismatch|failed verification)[^\n]{0,200}/i;
const damageIn = (message: string): string | undefined => damage.exec(message)?.[0];

const damaged = ({ RootFS }: ImageInspect, found: string): ContentFact => ({
  intact: false,
  layers: RootFS?.Layers?.length ?? 0,
  broken: [found],
});

async function wordsOf(body: BodyStream): Promise<string> {
  let text = '';
  for await (const chunk of body) {
    text += chunk.toString();
    if (text.length > 10_000) break;
  }
  body.close();
  try {
    return messageOf(JSON.parse(text));
  } catch {
    return text; // some engines answer errors in plain text
  }
}
