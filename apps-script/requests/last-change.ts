/** The person's own last change, so that it can be taken back. */
import type { LastChange } from '../script-api';

const KEY = 'last';
/** Google keeps 9 KB in one property. */
const PART_LENGTH = 4_000;

/** A block is one change. Where nothing was accepted, the change before stays the last one. */
export const saveLastChange = (undoable: LastChange): void => {
  if (undoable.length === 0) return;
  const isNamed = undoable.length <= 3;
  const serialized = JSON.stringify(
    undoable.map(({ id, version, name }) => [id, version, isNamed ? name : '']),
  );
  const parts: Record<string, string> = { [KEY]: String(Math.ceil(serialized.length / PART_LENGTH)) };
  for (let part = 0; part * PART_LENGTH < serialized.length; part += 1)
    parts[`${KEY}.${part}`] = serialized.slice(part * PART_LENGTH, (part + 1) * PART_LENGTH);
  PropertiesService.getUserProperties().setProperties(parts);
};

export const readLastChange = (): LastChange => {
  const kept = PropertiesService.getUserProperties().getProperties();
  const parts = Number(kept[KEY] || 0);
  if (parts === 0) return [];
  const serialized = Array.from({ length: parts }, (_, part) => kept[`${KEY}.${part}`] || '').join('');
  const items: [string, number, string][] = JSON.parse(serialized);
  return items.map(([id, version, name]) => ({ id, version, name }));
};

/** Of accounts whose change has been taken back nothing is left to take back. */
export const forgetUndone = (isUndone: (change: LastChange[number]) => boolean): void => {
  const changes = readLastChange();
  const left = changes.filter((change) => !isUndone(change));
  if (left.length === changes.length) return;
  if (left.length > 0) saveLastChange(left);
  else PropertiesService.getUserProperties().deleteProperty(KEY);
};
