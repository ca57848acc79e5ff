/** The values of enumerations, by `Message.field` or `query.parameter`; `name` is Google's, for the message of a refusal. */
interface ApiEnum {
  name: string;
  values: ReadonlySet<string>;
}

const enumOf = (name: string, values: string): ApiEnum => ({ name, values: new Set(values.split(/\s+/)) });

const dimension = enumOf('Dimension', 'ROWS COLUMNS');
const themeColor = enumOf(
  'ThemeColorType',
  'TEXT BACKGROUND ACCENT1 ACCENT2 ACCENT3 ACCENT4 ACCENT5 ACCENT6 LINK',
);
const horizontalAlign = enumOf('HorizontalAlign', 'LEFT CENTER RIGHT');
const pasteType = enumOf(
  'PasteType',
  'PASTE_NORMAL PASTE_VALUES PASTE_FORMAT PASTE_NO_BORDERS PASTE_FORMULA PASTE_DATA_VALIDATION PASTE_CONDITIONAL_FORMATTING',
);
const metadataLocation = enumOf('DeveloperMetadataLocationType', 'ROW COLUMN SHEET SPREADSHEET');
const metadataVisibility = enumOf('DeveloperMetadataVisibility', 'DOCUMENT PROJECT');
const chartType = enumOf('BasicChartType', 'BAR LINE AREA COLUMN SCATTER COMBO STEPPED_AREA');
const axisPosition = enumOf('BasicChartAxisPosition', 'BOTTOM_AXIS LEFT_AXIS RIGHT_AXIS');
const inputOption = enumOf('ValueInputOption', 'RAW USER_ENTERED');
const renderOption = enumOf('ValueRenderOption', 'FORMATTED_VALUE UNFORMATTED_VALUE FORMULA');
const dateTimeRenderOption = enumOf('DateTimeRenderOption', 'SERIAL_NUMBER FORMATTED_STRING');

export const API_ENUMS: Readonly<Record<string, ApiEnum>> = {
  'DimensionRange.dimension': dimension,
  'AppendDimensionRequest.dimension': dimension,
  'ValueRange.majorDimension': dimension,
  'BatchUpdateValuesRequest.valueInputOption': inputOption,
  'BatchUpdateValuesRequest.responseValueRenderOption': renderOption,
  'BatchUpdateValuesRequest.responseDateTimeRenderOption': dateTimeRenderOption,
  'MergeCellsRequest.mergeType': enumOf('MergeType', 'MERGE_ALL MERGE_COLUMNS MERGE_ROWS'),
  'CopyPasteRequest.pasteType': pasteType,
  'CopyPasteRequest.pasteOrientation': enumOf('PasteOrientation', 'NORMAL TRANSPOSE'),
  'CutPasteRequest.pasteType': pasteType,
  'CellFormat.horizontalAlignment': horizontalAlign,
  'CellFormat.verticalAlignment': enumOf('VerticalAlign', 'TOP MIDDLE BOTTOM'),
  'CellFormat.wrapStrategy': enumOf('WrapStrategy', 'OVERFLOW_CELL LEGACY_WRAP CLIP WRAP'),
  'CellFormat.textDirection': enumOf('TextDirection', 'LEFT_TO_RIGHT RIGHT_TO_LEFT'),
  'CellFormat.hyperlinkDisplayType': enumOf('HyperlinkDisplayType', 'LINKED PLAIN_TEXT'),
  'NumberFormat.type': enumOf(
    'NumberFormatType',
    'TEXT NUMBER PERCENT CURRENCY DATE TIME DATE_TIME SCIENTIFIC',
  ),
  'Border.style': enumOf('Style', 'DOTTED DASHED SOLID SOLID_MEDIUM SOLID_THICK NONE DOUBLE'),
  'BooleanCondition.type': enumOf(
    'ConditionType',
    `NUMBER_GREATER NUMBER_GREATER_THAN_EQ NUMBER_LESS NUMBER_LESS_THAN_EQ NUMBER_EQ NUMBER_NOT_EQ NUMBER_BETWEEN
NUMBER_NOT_BETWEEN TEXT_CONTAINS TEXT_NOT_CONTAINS TEXT_STARTS_WITH TEXT_ENDS_WITH TEXT_EQ TEXT_IS_EMAIL
TEXT_IS_URL DATE_EQ DATE_BEFORE DATE_AFTER DATE_ON_OR_BEFORE DATE_ON_OR_AFTER DATE_BETWEEN DATE_NOT_BETWEEN
DATE_IS_VALID ONE_OF_RANGE ONE_OF_LIST BLANK NOT_BLANK CUSTOM_FORMULA BOOLEAN TEXT_NOT_EQ DATE_NOT_EQ
FILTER_EXPRESSION`,
  ),
  'ConditionValue.relativeDate': enumOf(
    'RelativeDate',
    'PAST_YEAR PAST_MONTH PAST_WEEK YESTERDAY TODAY TOMORROW',
  ),
  'InterpolationPoint.type': enumOf('InterpolationPointType', 'MIN MAX NUMBER PERCENT PERCENTILE'),
  'SortSpec.sortOrder': enumOf('SortOrder', 'ASCENDING DESCENDING'),
  'DeveloperMetadata.visibility': metadataVisibility,
  'DeveloperMetadataLookup.visibility': metadataVisibility,
  'DeveloperMetadataLookup.locationType': metadataLocation,
  'DeveloperMetadataLocation.locationType': metadataLocation,
  'DeveloperMetadataLookup.locationMatchingStrategy': enumOf(
    'DeveloperMetadataLocationMatchingStrategy',
    'EXACT_LOCATION INTERSECTING_LOCATION',
  ),
  'SheetProperties.sheetType': enumOf('SheetType', 'GRID OBJECT DATA_SOURCE'),
  'SpreadsheetProperties.autoRecalc': enumOf('RecalculationInterval', 'ON_CHANGE MINUTE HOUR'),
  'ColorStyle.themeColor': themeColor,
  'ThemeColorPair.colorType': themeColor,
  'ErrorValue.type': enumOf('ErrorType', 'ERROR NULL_VALUE DIVIDE_BY_ZERO VALUE REF NAME NUM N_A LOADING'),
  'BasicChartSpec.chartType': chartType,
  'BasicChartSeries.type': chartType,
  'BasicChartSeries.targetAxis': axisPosition,
  'BasicChartAxis.position': axisPosition,
  'BasicChartSpec.legendPosition': enumOf(
    'BasicChartLegendPosition',
    'BOTTOM_LEGEND LEFT_LEGEND RIGHT_LEGEND TOP_LEGEND NO_LEGEND',
  ),
  'BasicChartSpec.stackedType': enumOf('BasicChartStackedType', 'NOT_STACKED STACKED PERCENT_STACKED'),
  'BasicChartSpec.compareMode': enumOf('BasicChartCompareMode', 'DATUM CATEGORY'),
  'ChartData.aggregateType': enumOf('ChartAggregateType', 'AVERAGE COUNT MAX MEDIAN MIN SUM'),
  'DataLabel.type': enumOf('DataLabelType', 'NONE DATA CUSTOM'),
  'DataLabel.placement': enumOf(
    'DataLabelPlacement',
    'CENTER LEFT RIGHT ABOVE BELOW INSIDE_END INSIDE_BASE OUTSIDE_END',
  ),
  'LineStyle.type': enumOf(
    'LineDashType',
    'INVISIBLE CUSTOM SOLID DOTTED MEDIUM_DASHED MEDIUM_DASHED_DOTTED LONG_DASHED LONG_DASHED_DOTTED',
  ),
  'PointStyle.shape': enumOf('PointShape', 'CIRCLE DIAMOND HEXAGON PENTAGON SQUARE STAR TRIANGLE X_MARK'),
  'ChartAxisViewWindowOptions.viewWindowMode': enumOf(
    'ViewWindowMode',
    'DEFAULT_VIEW_WINDOW_MODE VIEW_WINDOW_MODE_UNSUPPORTED EXPLICIT PRETTY',
  ),
  'PieChartSpec.legendPosition': enumOf(
    'PieChartLegendPosition',
    'BOTTOM_LEGEND LEFT_LEGEND RIGHT_LEGEND TOP_LEGEND NO_LEGEND LABELED_LEGEND',
  ),
  'ChartSpec.hiddenDimensionStrategy': enumOf(
    'ChartHiddenDimensionStrategy',
    'SKIP_HIDDEN_ROWS_AND_COLUMNS SKIP_HIDDEN_ROWS SKIP_HIDDEN_COLUMNS SHOW_ALL',
  ),
  'TextPosition.horizontalAlignment': horizontalAlign,
  'query.valueInputOption': inputOption,
  'query.insertDataOption': enumOf('InsertDataOption', 'OVERWRITE INSERT_ROWS'),
  'query.majorDimension': dimension,
  'query.valueRenderOption': renderOption,
  'query.responseValueRenderOption': renderOption,
  'query.dateTimeRenderOption': dateTimeRenderOption,
  'query.responseDateTimeRenderOption': dateTimeRenderOption,
};
