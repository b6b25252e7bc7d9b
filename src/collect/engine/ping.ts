import type { Fact } from '../../evidence/evidence';
import { unexpected, invalid } from './door';
import type { Call, Engine, Limits } from './engine';

const call: Call<'text'> = { method: 'GET', path: '/_ping', as: 'text' };

/** The headers of the engine's answer to a ping, which say who it is; whoever does not name an API version is no engine. */
export async function askPing(
  engine: Engine,
  limits: Limits,
): Promise<Fact<Readonly<Record<string, string>>>> {
  const answer = await engine.request(call, limits);
  if (!answer.ok) return { fault: answer.fault };
  const { status, headers, body } = answer;
  if (status !== 200) return { fault: unexpected(call, answer) };
  return /^\d+\.\d+$/.test(headers['api-version'] ?? '')
    ? { value: headers }
    : { fault: invalid(call, `no Api-Version: ${body.slice(0, 100)}`) };
}
