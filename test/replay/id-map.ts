/** IDs that a write makes are drawn anew at each replay: the recorded ones are those of the emulator under another name. */

const ID_FIELDS = new Set([
  'bandedRangeId',
  'chartId',
  'filterViewId',
  'metadataId',
  'namedRangeId',
  'protectedRangeId',
  'sheetId',
  'slicerId',
  'spreadsheetId',
  'tableId',
]);

type Id = string | number;
const isId = (value: unknown): value is Id => typeof value === 'string' || typeof value === 'number';
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

export class IdMap {
  private readonly toOwn = new Map<Id, Id>();
  private readonly toRecorded = new Map<Id, Id>();

  /** Learns the IDs that both answers of a write give at the same place. */
  learn(recorded: unknown, own: unknown): void {
    if (!isObject(recorded) || !isObject(own)) return;
    for (const [name, value] of Object.entries(recorded)) {
      const other = own[name];
      if (ID_FIELDS.has(name) && isId(value) && isId(other) && value !== other && !this.toOwn.has(value)) {
        this.toOwn.set(value, other);
        this.toRecorded.set(other, value);
      } else this.learn(value, other);
    }
  }

  /** The value with the emulator's IDs instead of the recorded ones. */
  own = (value: unknown): unknown => replaceIds(value, this.toOwn);

  /** The value with the recorded IDs instead of the emulator's. */
  recorded = (value: unknown): unknown => replaceIds(value, this.toRecorded);

  /** The path of an address, in which IDs stand between slashes. */
  ownPath(path: string): string {
    if (this.toOwn.size === 0) return path;
    return path.replaceAll(/(?<=\/)[^/:]+/g, (part) =>
      String(this.toOwn.get(part) ?? this.toOwn.get(Number(part)) ?? part),
    );
  }
}

const replaceIds = (value: unknown, ids: ReadonlyMap<Id, Id>): unknown => {
  if (ids.size === 0 || !isObject(value)) return value;
  if (Array.isArray(value)) return value.map((each) => replaceIds(each, ids));
  return Object.fromEntries(
    Object.entries(value).map(([name, below]) => {
      if (ID_FIELDS.has(name) && isId(below)) return [name, ids.get(below) ?? below];
      if (name === 'spreadsheetUrl' && typeof below === 'string')
        return [name, below.replace(/(?<=\/d\/)[^/]+/, (id) => String(ids.get(id) ?? id))];
      return [name, replaceIds(below, ids)];
    }),
  );
};
