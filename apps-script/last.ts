/** The person's own last change, so that it can be taken back. */
import type { Wish } from './told';

export interface Undoable {
  id: string;
  /** The version that the change made. */
  version: number;
  name: string;
}

const KEY = 'last';
/** Google keeps 9 KB in one property. */
const PART = 4_000;

/** A block is one change. Where nothing was accepted, the change before stays the last one. */
export const keepLast = (undoable: readonly Undoable[]): void => {
  if (undoable.length === 0) return;
  const few = undoable.length <= 3;
  const said = JSON.stringify(undoable.map(({ id, version, name }) => [id, version, few ? name : '']));
  const parts: Record<string, string> = { [KEY]: String(Math.ceil(said.length / PART)) };
  for (let part = 0; part * PART < said.length; part += 1)
    parts[`${KEY}.${part}`] = said.slice(part * PART, (part + 1) * PART);
  PropertiesService.getUserProperties().setProperties(parts);
};

export const lastChange = (): Undoable[] => {
  const kept = PropertiesService.getUserProperties().getProperties();
  const parts = Number(kept[KEY] ?? 0);
  if (parts === 0) return [];
  const said = Array.from({ length: parts }, (_, part) => kept[`${KEY}.${part}`] ?? '').join('');
  const items: [string, number, string][] = JSON.parse(said);
  return items.map(([id, version, name]) => ({ id, version, name }));
};

export const forgetLast = (): void => {
  PropertiesService.getUserProperties().deleteProperty(KEY);
};

/** The newest first, so that two changes of one account come off in their order. */
export const undoWishes = (changes: readonly Undoable[]): Wish[] =>
  [...changes].reverse().map(({ id, version }) => ({
    requestId: `undo-${id}-${version}`.slice(0, 120),
    accountId: id,
    version,
    command: { type: 'undo', version },
  }));
