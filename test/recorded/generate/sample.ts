/** A sample of what is stored: small, but with every kind of thing that occurs in an account or its history. */
import type { StoredDocument } from '../documents';

/** Each thing that occurs is to occur in so many accounts, where there are so many. */
const ENOUGH = 2;
const MOST_ACCOUNTS = 60;
const MOST_REQUESTS = 80;

const accountIn = ({ path }: StoredDocument): string | null => /^accounts\/([^/]+)/.exec(path)?.[1] ?? null;

/** Codes, names of events and of fields tell themselves; of all else, that it is there. */
const kindOf = (value: unknown): string => {
  if (typeof value !== 'string')
    return value === 0 ? 'zero' : typeof value === 'number' ? 'number' : String(value);
  if (value === '') return 'empty';
  return /^[A-Za-z][A-Za-z_.]{2,30}$/.test(value) ? value : 'text';
};

/** `state.contacts.*.name:text`: IDs that are names of fields count as one. */
const thingsIn = (value: unknown, path: string): string[] => {
  if (typeof value !== 'object' || value === null) return [`${path}:${kindOf(value)}`];
  const entries = Object.entries(value);
  if (entries.length === 0) return [`${path}:none`];
  if (Array.isArray(value)) return entries.flatMap(([, inner]) => thingsIn(inner, `${path}[]`));
  return entries.flatMap(([key, inner]) => thingsIn(inner, `${path}.${/^[A-Za-z]+$/.test(key) ? key : '*'}`));
};

const mentioned = (value: unknown): string[] => JSON.stringify(value).match(/(?<=")a_[\w-]{26}(?=")/g) ?? [];

export const sampleOf = (documents: readonly StoredDocument[]): StoredDocument[] => {
  const byAccount = new Map<string, StoredDocument[]>();
  for (const document of documents) {
    const id = accountIn(document);
    if (id !== null) byAccount.set(id, [...(byAccount.get(id) ?? []), document]);
  }
  const chosen = new Set(chosenAccounts(byAccount));
  // An account brings those along that it names: its successor, its parent, the other side of a merge.
  for (const id of chosen)
    for (const { path, data } of byAccount.get(id) ?? [])
      if (path === `accounts/${id}`)
        for (const other of mentioned(data)) if (byAccount.has(other)) chosen.add(other);
  const requests = documents.filter(
    ({ path, data }) => path.startsWith('requests/') && mentioned(data).every((id) => chosen.has(id)),
  );
  const teamEvents = documents.filter(({ path }) => path.startsWith('team/team/events/'));
  const left = new Set([...requests.slice(MOST_REQUESTS), ...teamEvents.slice(0, -3)]);
  return documents.filter((document) => {
    const { path, data } = document;
    const id = accountIn(document);
    if (id !== null) return chosen.has(id);
    if (path.startsWith('requests/')) return requests.includes(document) && !left.has(document);
    if (path.startsWith('corporateNumbers/')) return mentioned(data).some((one) => chosen.has(one));
    return !left.has(document);
  });
};

/** The account that adds most, again and again. */
const chosenAccounts = (byAccount: ReadonlyMap<string, readonly StoredDocument[]>): string[] => {
  const things = new Map(
    [...byAccount].map(([id, own]) => [
      id,
      new Set(own.flatMap(({ path, data }) => thingsIn(data, path.replace(/\/[^/]*\d[^/]*/g, '/*')))),
    ]),
  );
  const counts = new Map<string, number>();
  const chosen: string[] = [];
  while (chosen.length < MOST_ACCOUNTS) {
    const worth = (id: string): number =>
      [...(things.get(id) ?? [])].filter((thing) => (counts.get(thing) ?? 0) < ENOUGH).length;
    const [best] = [...things.keys()]
      .map((id) => ({ id, worth: worth(id) }))
      .sort((a, b) => b.worth - a.worth || (a.id < b.id ? -1 : 1));
    if (best === undefined || best.worth === 0) break;
    for (const thing of things.get(best.id) ?? []) counts.set(thing, (counts.get(thing) ?? 0) + 1);
    things.delete(best.id);
    chosen.push(best.id);
  }
  return chosen;
};
