import { kinds } from '../../../checks/registry';
import type { PortFact } from '../../../evidence/facts';
import type { RequestOf } from '../../../evidence/request';
import type { MutantCode } from '../codes';
import { retells, tells, type Host } from '../host';
import type { Generator, Target, Wrong } from '../mutant';
import { writeWrongValues, type Writers } from '../write-values';

/** Nobody listens on the host, nobody in the container, or there is no publication. */
export const wrongPortAnswers: Generator = (target) => {
  const request = portOf(target);
  if (!request) return [];
  const answers = (code: MutantCode, outcome: PortFact['outcome']): Wrong => ({
    code,
    change: (host) => retells(host, request, (fact) => fact && { ...fact, outcome }),
  });
  if (target.check.keys['exists'] === false)
    return [
      {
        code: 'present',
        change: (host) => tells(host, request, { address: `127.0.0.1:${request.port}`, outcome: 'open' }),
      },
    ];
  const change = (host: Host, to: (fact: PortFact) => PortFact): Host =>
    retells(host, request, (fact) => fact && to(fact));
  return [
    answers('port.refused', 'refused'),
    answers('port.closed', 'closed'),
    ...(request.container === undefined ? [] : [answers('port.unpublished', 'unpublished')]),
    ...writeWrongValues(target, writers, change),
  ];
};

const writers: Writers<PortFact> = { address: (fact, value) => ({ ...fact, address: String(value) }) };

const portOf = ({ check, lab }: Target): RequestOf<'port'> | undefined =>
  kinds['port']
    ?.needs({ check, lab })
    .find((request): request is RequestOf<'port'> => request.fact === 'port');
