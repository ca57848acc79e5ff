/** How far a search for duplicates is: kept between two calls, so that the next one goes on. */
import * as z from 'zod';
import type { DuplicatePair, Namesakes } from '../domain/company/find-duplicates';
import { checkedDocument, documentKind, readDocumentOrNull } from './document-kind';
import { type Database, digest, duplicateSearchRef } from './firestore';
import { StoreWrite } from './store-write';

const matchingTrait = z.enum(['corporateNumber', 'name', 'domain', 'phone', 'address']);

export interface DuplicateSearch {
  /** ID of the last account of the last page; null before the first one. */
  after: string | null;
  /** Registered accounts that have been compared. */
  read: number;
  pairs: readonly DuplicatePair[];
  namesakes: readonly Namesakes[];
  /** Keys of names that so many accounts have that these are only counted. */
  common: readonly string[];
  /** Keys, shortened, whose accounts have been compared, where there are several. */
  asked: ReadonlySet<string>;
}

const SHORT_KEY_LENGTH = 8;

/** 48 bits: of a million keys two are taken for one. */
export const shortKey = (key: string): string => digest(key).slice(0, SHORT_KEY_LENGTH);

/** One text: Firestore would make an index entry for each element of a list. */
const shortKeys = z
  .string()
  .transform((keys): ReadonlySet<string> => new Set(keys.match(/.{8}/g)))
  .default(new Set());

const searchFields = z.object({
  after: z.string().nullable(),
  read: z.int(),
  pairs: z.array(z.object({ ids: z.tuple([z.string(), z.string()]), why: z.array(matchingTrait) })),
  namesakes: z.array(z.object({ name: z.string(), ids: z.array(z.string()), count: z.int() })),
  common: z.array(z.string()),
  asked: shortKeys,
}) satisfies z.ZodType<DuplicateSearch>;

export const SEARCH_DOCUMENT = documentKind({
  kind: 'duplicateSearch',
  parse: (data) => searchFields.parse(data),
});

const searchPlace = (spreadsheetId: string) => ({ accountId: null, id: spreadsheetId });

export const NEW_DUPLICATE_SEARCH: DuplicateSearch = {
  after: null,
  read: 0,
  pairs: [],
  namesakes: [],
  common: [],
  asked: new Set(),
};

/** A new search where none was saved for the spreadsheet, or none that can be read. */
export const readDuplicateSearch = async (db: Database, spreadsheetId: string): Promise<DuplicateSearch> => {
  const snapshot = await duplicateSearchRef(db, spreadsheetId).get();
  return (
    readDocumentOrNull(SEARCH_DOCUMENT, searchPlace(spreadsheetId), snapshot.data()) ?? NEW_DUPLICATE_SEARCH
  );
};

export const saveDuplicateSearch = async (
  db: Database,
  spreadsheetId: string,
  search: DuplicateSearch,
): Promise<void> => {
  const document = checkedDocument(SEARCH_DOCUMENT, searchPlace(spreadsheetId), {
    ...search,
    asked: [...search.asked].join(''),
  });
  await new StoreWrite(db).setDocument(duplicateSearchRef(db, spreadsheetId), document).commit();
};
