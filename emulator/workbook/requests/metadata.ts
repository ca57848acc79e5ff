/** Developer metadata: hidden keys and values of the spreadsheet, a tab, one row or one column. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import type { SpreadsheetDraft } from '../draft';
import { assignFields, requireUpdateMask } from '../field-mask';
import type { Book, DeveloperMetadata, UpdateReply } from '../model';
import { invalidRequest, notEmulated } from '../refusal';

type MetadataLocation = sheets_v4.Schema$DeveloperMetadataLocation;
type MetadataFilter = sheets_v4.Schema$DataFilter;

/** The location with its read-only type; refused unless it names exactly one existing spreadsheet, tab, row or column. */
function checkedLocation(draft: SpreadsheetDraft, location: MetadataLocation | undefined): MetadataLocation {
  const span = location?.dimensionRange;
  if (span) {
    const { gridProperties } = draft.grid(span.sheetId).properties;
    const [start, end] = [span.startIndex ?? 0, span.endIndex ?? Number.NaN];
    if (end - start !== 1) throw invalidRequest('The dimensionRange must represent a single row or column.');
    const size = span.dimension === 'ROWS' ? gridProperties.rowCount : gridProperties.columnCount;
    if (start < 0 || end > size) throw invalidRequest('The dimensionRange is outside the grid.');
    const locationType = span.dimension === 'ROWS' ? 'ROW' : 'COLUMN';
    const dimensionRange = {
      sheetId: span.sheetId ?? 0,
      ...(span.dimension !== undefined && { dimension: span.dimension }),
      startIndex: start,
      endIndex: end,
    };
    return { locationType, dimensionRange };
  }
  if (location?.sheetId != null) {
    draft.grid(location.sheetId);
    return { locationType: 'SHEET', sheetId: location.sheetId };
  }
  if (location?.spreadsheet) return { locationType: 'SPREADSHEET', spreadsheet: true };
  throw invalidRequest('Developer metadata must have a location specified.');
}

export function createDeveloperMetadata(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$CreateDeveloperMetadataRequest,
): UpdateReply {
  const metadata = body.developerMetadata ?? {};
  if (!metadata.metadataKey) throw invalidRequest('Developer metadata must always have a key specified.');
  if (!metadata.visibility || metadata.visibility === 'DEVELOPER_METADATA_VISIBILITY_UNSPECIFIED') {
    throw invalidRequest('Developer metadata must always have visibility specified.');
  }
  const metadataId = metadata.metadataId ?? draft.newId();
  if (metadataId <= 0) throw invalidRequest('metadataId must be positive.');
  if (draft.book.developerMetadata.some((each) => each.metadataId === metadataId)) {
    throw invalidRequest(
      `Cannot add developer metadata with ID [${metadataId}] because developer metadata with that ID already exists.`,
    );
  }
  const developerMetadata = { ...metadata, metadataId, location: checkedLocation(draft, metadata.location) };
  draft.book.developerMetadata = [...draft.book.developerMetadata, developerMetadata];
  return { createDeveloperMetadata: { developerMetadata } };
}

export function updateDeveloperMetadata(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$UpdateDeveloperMetadataRequest,
): UpdateReply {
  const mask = requireUpdateMask(body.fields);
  const matches = matchMetadata(draft.book, body.dataFilters ?? []);
  const changed: DeveloperMetadata[] = [];
  draft.book.developerMetadata = draft.book.developerMetadata.map((each) => {
    if (!matches.has(each)) return each;
    const next = assignFields(each, body.developerMetadata ?? {}, mask);
    const { metadataId: _, ...fields } = next;
    const updated = {
      ...fields,
      ...(each.metadataId !== undefined && { metadataId: each.metadataId }),
      ...(next.location !== each.location && { location: checkedLocation(draft, next.location) }),
    };
    changed.push(updated);
    return updated;
  });
  return { updateDeveloperMetadata: { developerMetadata: changed } };
}

export function deleteDeveloperMetadata(
  draft: SpreadsheetDraft,
  body: sheets_v4.Schema$DeleteDeveloperMetadataRequest,
): UpdateReply {
  const matches = matchMetadata(draft.book, body.dataFilter ? [body.dataFilter] : []);
  draft.book.developerMetadata = draft.book.developerMetadata.filter((each) => !matches.has(each));
  return { deleteDeveloperMetadata: { deletedDeveloperMetadata: [...matches.keys()] } };
}

/** The matching metadata, each with the filters that it matches. Filters by range are not emulated. */
export function matchMetadata(
  book: Pick<Book, 'developerMetadata'>,
  filters: readonly MetadataFilter[],
): Map<DeveloperMetadata, MetadataFilter[]> {
  if (filters.length === 0) throw invalidRequest('Must specify at least one data filter.');
  const matches = new Map<DeveloperMetadata, MetadataFilter[]>();
  for (const filter of filters) {
    const lookup = filter.developerMetadataLookup;
    if (!lookup) throw notEmulated('DataFilter.a1Range and DataFilter.gridRange');
    for (const each of book.developerMetadata) {
      if (matchesLookup(each, lookup)) matches.set(each, [...(matches.get(each) ?? []), filter]);
    }
  }
  return matches;
}

function matchesLookup(
  metadata: DeveloperMetadata,
  lookup: sheets_v4.Schema$DeveloperMetadataLookup,
): boolean {
  const { metadataId, metadataKey, metadataValue, visibility, locationType, metadataLocation } = lookup;
  return (
    (metadataId == null || metadata.metadataId === metadataId) &&
    (metadataKey == null || metadata.metadataKey === metadataKey) &&
    (metadataValue == null || metadata.metadataValue === metadataValue) &&
    (visibility == null || metadata.visibility === visibility) &&
    (locationType == null || metadata.location?.locationType === locationType) &&
    (metadataLocation == null ||
      matchesLocation(
        metadata.location ?? {},
        metadataLocation,
        lookup.locationMatchingStrategy === 'EXACT_LOCATION',
      ))
  );
}

function matchesLocation(location: MetadataLocation, lookup: MetadataLocation, exact: boolean): boolean {
  if (lookup.spreadsheet) return location.spreadsheet === true;
  const span = location.dimensionRange;
  if (lookup.sheetId != null) {
    return location.sheetId === lookup.sheetId || (!exact && span?.sheetId === lookup.sheetId);
  }
  const range = lookup.dimensionRange;
  if (!range) return true;
  if (!span) return !exact && location.sheetId === (range.sheetId ?? 0);
  const same = span.sheetId === (range.sheetId ?? 0) && span.dimension === range.dimension;
  const [start, end] = [range.startIndex ?? 0, range.endIndex ?? Number.POSITIVE_INFINITY];
  const [from, to] = [span.startIndex ?? 0, span.endIndex ?? 0];
  return same && (exact ? from === start && to === end : from < end && start < to);
}
