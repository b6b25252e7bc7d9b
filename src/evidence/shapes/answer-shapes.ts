import type { ContainerInspect, ContainerSummary, ImageInspect, ImageSummary } from '../docker';
import { containerRowShape, containerShape } from './container-shape';
import { historyRowShape, imageRowShape, imageShape } from './image-shape';
import { anything, filled, flag, list, map, natural, object, orNull, text, type Schema } from './schema';

import {
  shapeOf,
  type DistributionAnswer,
  type EventAnswer,
  type ExecState,
  type HistoryRow,
  type InfoAnswer,
  type PathStatAnswer,
  type TopAnswer,
  type VersionAnswer,
} from './shape';

const digest: Schema = { type: 'string', pattern: '^[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[0-9a-fA-F]{32,}$' };

/** What the answers of each endpoint are held to at the door; each is in the answers of every engine that was measured. */
export const answerShapes = {
  container: shapeOf<ContainerInspect>(containerShape),
  containers: shapeOf<readonly ContainerSummary[]>(list(containerRowShape)),
  image: shapeOf<ImageInspect>(imageShape),
  images: shapeOf<readonly ImageSummary[]>(list(imageRowShape)),
  history: shapeOf<readonly HistoryRow[]>(list(historyRowShape)),
  /** `null` in the gap between the death of the last process and the engine's notice. */
  top: shapeOf<TopAnswer>(
    object(
      { Titles: { ...list(filled), minItems: 1 }, Processes: orNull(list(list(text))) },
      ...['Titles', 'Processes'],
    ),
  ),
  execCreated: shapeOf<{ readonly Id: string }>(
    object({ Id: { type: 'string', pattern: '^[0-9A-Za-z]+$' } }, 'Id'),
  ),
  execState: shapeOf<ExecState>(
    object({ ID: filled, Running: flag, ExitCode: orNull(natural) }, ...['Running', 'ExitCode']),
  ),
  version: shapeOf<VersionAnswer>(
    object(
      {
        Version: filled,
        ApiVersion: { type: 'string', pattern: '^\\d+\\.\\d+$' },
        MinAPIVersion: text,
        Os: filled,
        Arch: filled,
        KernelVersion: text,
      },
      ...['Version', 'ApiVersion', 'Os', 'Arch'],
    ),
  ),
  info: shapeOf<InfoAnswer>(
    object(
      {
        ID: filled,
        Name: filled,
        Driver: filled,
        DriverStatus: orNull(list(list(text))),
        OperatingSystem: text,
        CgroupVersion: text,
        SecurityOptions: orNull(list(text)),
        Rootless: flag,
        RegistryConfig: orNull(
          object({
            Mirrors: orNull(list(text)),
            IndexConfigs: orNull(map(orNull(object({ Mirrors: orNull(list(text)) })))),
          }),
        ),
      },
      ...['ID', 'Name', 'Driver', 'DriverStatus'],
    ),
  ),
  distribution: shapeOf<DistributionAnswer>(
    object({ Descriptor: object({ digest }, 'digest') }, 'Descriptor'),
  ),
  event: shapeOf<EventAnswer>(
    object(
      {
        Type: filled,
        Action: filled,
        Actor: object({ ID: text, Attributes: orNull(map(text)) }, 'ID'),
        time: natural,
        timeNano: natural,
      },
      ...['Type', 'Action', 'Actor', 'time', 'timeNano'],
    ),
  ),
  /** The header of `HEAD /containers/ID/archive`. */
  pathStat: shapeOf<PathStatAnswer>(
    object(
      { name: filled, size: natural, mode: natural, linkTarget: text, mtime: anything },
      ...['name', 'size', 'mode'],
    ),
  ),
};
