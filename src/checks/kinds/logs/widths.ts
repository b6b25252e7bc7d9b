import type { ContainerInspect } from '../../../evidence/docker';
import type { Fact } from '../../../evidence/evidence';
import type { EventsFact } from '../../../evidence/facts';

/** What a shell takes for the width of a terminal that has none. */
const fallback = 80;

/**
 * All widths that a container's terminal has had, by the engine's `resize` events; `undefined` where some may be forgotten, or where the engine does
 * not tell (Podman).
 */
export function widthsOf(
  { Id: id, Created: created, HostConfig: host }: ContainerInspect,
  events: Fact<EventsFact>,
): readonly number[] | undefined {
  if ('fault' in events) return undefined;
  const { completeSince, events: all } = events.value;
  const since = Date.parse(created ?? '') / 1000;
  if (completeSince === null || !(completeSince <= since)) return undefined;
  const resized = all.filter((event) => event.id === id && event.action === 'resize');
  if (resized.length === 0) return undefined;
  // Newer engines remember the size that a container was created with.
  const { ConsoleSize: size } = (host ?? {}) as { readonly ConsoleSize?: unknown };
  const first = Array.isArray(size) && typeof size[1] === 'number' ? size[1] : 0;
  const widths = [first, ...resized.map(({ attributes }) => Number(attributes['width']))];
  return [...new Set(widths.map((width) => (width > 0 ? width : fallback)))];
}
