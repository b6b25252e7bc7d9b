import type { ContainerInspect, ContainerSummary, ImageSummary } from '../../evidence/docker';
import type { FactValue, ImageFact, LogsFact, RecordedEvent, TopFact } from '../../evidence/facts';
import type { Fact } from '../../evidence/evidence';
import type { Fault } from '../../evidence/fault';
import { factKey, type Request } from '../../evidence/request';
import { port, type Said } from './port';
import { ToldError } from './told-error';

/** A container as the engine described it when it was looked at. */
export interface ContainerView {
  readonly kind: 'container';
  readonly name: string;
  /** `undefined`: no container is called so. */
  readonly inspect: ContainerInspect | undefined;
}
export interface ImageView {
  readonly kind: 'image';
  readonly reference: string;
  /** `undefined`: there is no such image. */
  readonly image: ImageFact | undefined;
}
export interface LogsView {
  readonly kind: 'logs';
  readonly container: string;
  /** As the container wrote it, control sequences included; `undefined`: there is no such container. */
  readonly log: LogsFact | undefined;
}

/**
 * The student's host as it was looked at, read only. A test can see the facts that its check in the lab names in `reads:`; any other
 * throws, which is the lab's mistake and never costs the student a point.
 */
export const host = {
  container: (name: string): ContainerView => ({
    kind: 'container',
    name,
    inspect: read({ fact: 'container', name }) ?? undefined,
  }),
  image: (reference: string): ImageView => ({
    kind: 'image',
    reference,
    image: read({ fact: 'image', reference }) ?? undefined,
  }),
  logs: (container: string): LogsView => ({
    kind: 'logs',
    container,
    log: read({ fact: 'logs', container }) ?? undefined,
  }),
  /** Its processes; `undefined`: there is no such container, or it does not run. */
  top: (container: string): TopFact | undefined => read({ fact: 'top', container }) ?? undefined,
  /** All containers, as `docker ps -a` lists them. */
  containers: (): readonly ContainerSummary[] => read({ fact: 'containers' }),
  images: (): readonly ImageSummary[] => read({ fact: 'images' }),
  /** Oldest first, without those that grading itself caused. */
  events: (): readonly RecordedEvent[] => read({ fact: 'events' }).events.filter(({ own }) => !own),
};

function read<R extends Request>(request: R): FactValue<R['fact']> {
  // The key names the fact's kind.
  const fact = JSON.parse(port().fact(factKey(request))) as Fact<FactValue<R['fact']>>;
  if ('fault' in fact) throw new FactError(fact.fault);
  return fact.value;
}

/** A fact could not be had; the message says why. */
class FactError extends ToldError {
  override readonly name = 'FactError';
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(JSON.parse(port().sayFault(JSON.stringify(fault))) as Said);
    this.fault = fault;
  }
}
