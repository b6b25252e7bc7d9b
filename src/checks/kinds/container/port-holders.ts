import type { ContainerSummary } from '../../../evidence/docker';

/** The containers that hold this port of the host, those first that hold it on all of its addresses. */
export const holdersOf = (
  port: number,
  protocols: readonly string[],
  rows: readonly ContainerSummary[],
): ContainerSummary[] =>
  rows
    .flatMap((row) =>
      (row.Ports ?? [])
        .filter(({ PublicPort, Type = 'tcp' }) => PublicPort === port && protocols.includes(Type))
        .map(({ IP = '' }) => ({ row, rank: ['', '0.0.0.0'].includes(IP) ? 0 : 1 })),
    )
    .sort((a, b) => a.rank - b.rank)
    .map(({ row }) => row);
