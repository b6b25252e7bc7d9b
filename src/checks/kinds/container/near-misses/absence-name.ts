import { message } from '../../../../messages/message';
import { nearestName } from '../../../../text/nearest';
import { shortImageName } from '../image-name';
import { ofWantedImage, rowName, type Absence, type AbsenceRule } from './absence';

/** `mystifying_austin`: the engine's own way of making up a name. */
const madeUp = /^[a-z]+_[a-z]+\d?$/;

/** What the container is called that had this name. */
export function renamedTo({
  name,
  events,
  rows,
}: Pick<Absence, 'name' | 'events' | 'rows'>): string | undefined {
  const rename = events.findLast(
    ({ action, attributes }) => action === 'rename' && attributes['oldName']?.replace(/^\//, '') === name,
  );
  const now = rename && rows.find(({ Id }) => Id === rename.id);
  return now && rowName(now);
}

const renamedAway: AbsenceRule = (absence) => {
  const found = renamedTo(absence);
  return found === undefined ? undefined : message('container.renamed-away', { name: absence.name, found });
};

const otherCase: AbsenceRule = ({ name, rows }) => {
  const found = rows.map(rowName).find((other) => other.toLowerCase() === name.toLowerCase());
  return found === undefined ? undefined : message('container.name-case', { name, found });
};

const composeName: AbsenceRule = ({ name, rows }) => {
  const row = rows.find(({ Labels: labels }) => labels?.['com.docker.compose.service'] === name);
  return row && message('container.compose-name', { name, found: rowName(row) });
};

const hostnameNotName: AbsenceRule = ({ name, candidates }) => {
  const found = candidates.find(({ Config }) => Config?.Hostname === name);
  return (
    found && message('container.hostname-not-name', { name, found: found.Name?.replace(/^\//, '') ?? '' })
  );
};

const similarName: AbsenceRule = ({ name, rows }) => {
  const found = nearestName(
    name,
    rows.map(rowName).filter((other) => !madeUp.test(other)),
  );
  return found === undefined ? undefined : message('container.name-similar', { name, found });
};

const otherName: AbsenceRule = (absence) => {
  const { name } = absence;
  const good = ofWantedImage(absence);
  const [first] = good;
  if (first === undefined) return undefined;
  const found = rowName(first);
  const image = shortImageName(first.Image ?? '');
  if (good.length > 1)
    return message('container.unnamed-attempts', { name, found, image, count: good.length });
  return madeUp.test(found)
    ? message('container.random-name', { name, found, image })
    : message('container.other-name', { name, found, image });
};

export const nameRules: readonly AbsenceRule[] = [
  renamedAway,
  otherCase,
  composeName,
  hostnameNotName,
  similarName,
  otherName,
];
