/**
 * The enumerations of the Sheets API: the fields that have one, by `Message.field` or `query.parameter`, and its values. Taken from
 * Google's discovery document of the Sheets API v4, revision 20260527 (Apache License 2.0); `npm run replay` compares them
 * with another one. The names of the types, which refusals tell, are not in it: they are those of the reference.
 */
const ENUM_TABLE = `
BasicChartAxisPosition: BasicChartAxis.position BasicChartSeries.targetAxis
  = BASIC_CHART_AXIS_POSITION_UNSPECIFIED BOTTOM_AXIS LEFT_AXIS RIGHT_AXIS
BasicChartCompareMode: BasicChartSpec.compareMode
  = BASIC_CHART_COMPARE_MODE_UNSPECIFIED DATUM CATEGORY
BasicChartLegendPosition: BasicChartSpec.legendPosition
  = BASIC_CHART_LEGEND_POSITION_UNSPECIFIED BOTTOM_LEGEND LEFT_LEGEND RIGHT_LEGEND TOP_LEGEND NO_LEGEND
BasicChartStackedType: BasicChartSpec.stackedType
  = BASIC_CHART_STACKED_TYPE_UNSPECIFIED NOT_STACKED STACKED PERCENT_STACKED
BasicChartType: BasicChartSpec.chartType BasicChartSeries.type
  = BASIC_CHART_TYPE_UNSPECIFIED BAR LINE AREA COLUMN SCATTER COMBO STEPPED_AREA
BubbleChartLegendPosition: BubbleChartSpec.legendPosition
  = BUBBLE_CHART_LEGEND_POSITION_UNSPECIFIED BOTTOM_LEGEND LEFT_LEGEND RIGHT_LEGEND TOP_LEGEND NO_LEGEND INSIDE_LEGEND
ChartAggregateType: ChartData.aggregateType ScorecardChartSpec.aggregateType
  = CHART_AGGREGATE_TYPE_UNSPECIFIED AVERAGE COUNT MAX MEDIAN MIN SUM
ChartDateTimeRuleType: ChartDateTimeRule.type
  = CHART_DATE_TIME_RULE_TYPE_UNSPECIFIED SECOND MINUTE HOUR HOUR_MINUTE HOUR_MINUTE_AMPM DAY_OF_WEEK DAY_OF_YEAR
    DAY_OF_MONTH DAY_MONTH MONTH QUARTER YEAR YEAR_MONTH YEAR_QUARTER YEAR_MONTH_DAY
ChartHiddenDimensionStrategy: ChartSpec.hiddenDimensionStrategy
  = CHART_HIDDEN_DIMENSION_STRATEGY_UNSPECIFIED SKIP_HIDDEN_ROWS_AND_COLUMNS SKIP_HIDDEN_ROWS SKIP_HIDDEN_COLUMNS
    SHOW_ALL
ChartNumberFormatSource: ScorecardChartSpec.numberFormatSource
  = CHART_NUMBER_FORMAT_SOURCE_UNDEFINED FROM_DATA CUSTOM
ColumnType: TableColumnProperties.columnType
  = COLUMN_TYPE_UNSPECIFIED DOUBLE CURRENCY PERCENT DATE TIME DATE_TIME TEXT BOOLEAN DROPDOWN FILES_CHIP PEOPLE_CHIP
    FINANCE_CHIP PLACE_CHIP RATINGS_CHIP
ComparisonType: BaselineValueFormat.comparisonType
  = COMPARISON_TYPE_UNDEFINED ABSOLUTE_DIFFERENCE PERCENTAGE_DIFFERENCE
ConditionType: BooleanCondition.type
  = CONDITION_TYPE_UNSPECIFIED NUMBER_GREATER NUMBER_GREATER_THAN_EQ NUMBER_LESS NUMBER_LESS_THAN_EQ NUMBER_EQ
    NUMBER_NOT_EQ NUMBER_BETWEEN NUMBER_NOT_BETWEEN TEXT_CONTAINS TEXT_NOT_CONTAINS TEXT_STARTS_WITH TEXT_ENDS_WITH
    TEXT_EQ TEXT_IS_EMAIL TEXT_IS_URL DATE_EQ DATE_BEFORE DATE_AFTER DATE_ON_OR_BEFORE DATE_ON_OR_AFTER DATE_BETWEEN
    DATE_NOT_BETWEEN DATE_IS_VALID ONE_OF_RANGE ONE_OF_LIST BLANK NOT_BLANK CUSTOM_FORMULA BOOLEAN TEXT_NOT_EQ
    DATE_NOT_EQ FILTER_EXPRESSION
DataExecutionErrorCode: DataExecutionStatus.errorCode
  = DATA_EXECUTION_ERROR_CODE_UNSPECIFIED TIMED_OUT TOO_MANY_ROWS TOO_MANY_COLUMNS TOO_MANY_CELLS ENGINE
    PARAMETER_INVALID UNSUPPORTED_DATA_TYPE DUPLICATE_COLUMN_NAMES INTERRUPTED CONCURRENT_QUERY OTHER
    TOO_MANY_CHARS_PER_CELL DATA_NOT_FOUND PERMISSION_DENIED MISSING_COLUMN_ALIAS OBJECT_NOT_FOUND
    OBJECT_IN_ERROR_STATE OBJECT_SPEC_INVALID DATA_EXECUTION_CANCELLED
DataExecutionState: DataExecutionStatus.state
  = DATA_EXECUTION_STATE_UNSPECIFIED NOT_STARTED RUNNING CANCELLING SUCCEEDED FAILED
DataLabelPlacement: DataLabel.placement
  = DATA_LABEL_PLACEMENT_UNSPECIFIED CENTER LEFT RIGHT ABOVE BELOW INSIDE_END INSIDE_BASE OUTSIDE_END
DataLabelType: DataLabel.type
  = DATA_LABEL_TYPE_UNSPECIFIED NONE DATA CUSTOM
DataSourceRefreshScope: DataSourceRefreshSchedule.refreshScope
  = DATA_SOURCE_REFRESH_SCOPE_UNSPECIFIED ALL_DATA_SOURCES
DataSourceTableColumnSelectionType: DataSourceTable.columnSelectionType
  = DATA_SOURCE_TABLE_COLUMN_SELECTION_TYPE_UNSPECIFIED SELECTED SYNC_ALL
DateTimeRenderOption: BatchUpdateValuesRequest.responseDateTimeRenderOption
    BatchGetValuesByDataFilterRequest.dateTimeRenderOption
    BatchUpdateValuesByDataFilterRequest.responseDateTimeRenderOption query.dateTimeRenderOption
    query.responseDateTimeRenderOption
  = SERIAL_NUMBER FORMATTED_STRING
DateTimeRuleType: DateTimeRule.type
  = DATE_TIME_RULE_TYPE_UNSPECIFIED SECOND MINUTE HOUR HOUR_MINUTE HOUR_MINUTE_AMPM DAY_OF_WEEK DAY_OF_YEAR
    DAY_OF_MONTH DAY_MONTH MONTH QUARTER YEAR YEAR_MONTH YEAR_QUARTER YEAR_MONTH_DAY
DayOfWeek: DataSourceRefreshWeeklySchedule.daysOfWeek
  = DAY_OF_WEEK_UNSPECIFIED MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY
DelimiterType: TextToColumnsRequest.delimiterType
  = DELIMITER_TYPE_UNSPECIFIED COMMA SEMICOLON PERIOD SPACE CUSTOM AUTODETECT
DeveloperMetadataLocationMatchingStrategy: DeveloperMetadataLookup.locationMatchingStrategy
  = DEVELOPER_METADATA_LOCATION_MATCHING_STRATEGY_UNSPECIFIED EXACT_LOCATION INTERSECTING_LOCATION
DeveloperMetadataLocationType: DeveloperMetadataLookup.locationType DeveloperMetadataLocation.locationType
  = DEVELOPER_METADATA_LOCATION_TYPE_UNSPECIFIED ROW COLUMN SHEET SPREADSHEET
DeveloperMetadataVisibility: DeveloperMetadataLookup.visibility DeveloperMetadata.visibility
  = DEVELOPER_METADATA_VISIBILITY_UNSPECIFIED DOCUMENT PROJECT
Dimension: ValueRange.majorDimension BatchGetValuesByDataFilterRequest.majorDimension DimensionRange.dimension
    DataFilterValueRange.majorDimension SourceAndDestination.dimension InsertRangeRequest.shiftDimension
    DeleteRangeRequest.shiftDimension AppendDimensionRequest.dimension query.majorDimension
  = DIMENSION_UNSPECIFIED ROWS COLUMNS
DisplayFormat: PersonProperties.displayFormat
  = DISPLAY_FORMAT_UNSPECIFIED DEFAULT LAST_NAME_COMMA_FIRST_NAME EMAIL
ErrorType: ErrorValue.type
  = ERROR_TYPE_UNSPECIFIED ERROR NULL_VALUE DIVIDE_BY_ZERO VALUE REF NAME NUM N_A LOADING
HistogramChartLegendPosition: HistogramChartSpec.legendPosition
  = HISTOGRAM_CHART_LEGEND_POSITION_UNSPECIFIED BOTTOM_LEGEND LEFT_LEGEND RIGHT_LEGEND TOP_LEGEND NO_LEGEND
    INSIDE_LEGEND
HorizontalAlign: CellFormat.horizontalAlignment TextPosition.horizontalAlignment SlicerSpec.horizontalAlignment
  = HORIZONTAL_ALIGN_UNSPECIFIED LEFT CENTER RIGHT
HyperlinkDisplayType: CellFormat.hyperlinkDisplayType
  = HYPERLINK_DISPLAY_TYPE_UNSPECIFIED LINKED PLAIN_TEXT
InsertDataOption: query.insertDataOption
  = OVERWRITE INSERT_ROWS
InterpolationPointType: InterpolationPoint.type
  = INTERPOLATION_POINT_TYPE_UNSPECIFIED MIN MAX NUMBER PERCENT PERCENTILE
LineDashType: LineStyle.type
  = LINE_DASH_TYPE_UNSPECIFIED INVISIBLE CUSTOM SOLID DOTTED MEDIUM_DASHED MEDIUM_DASHED_DOTTED LONG_DASHED
    LONG_DASHED_DOTTED
MergeType: MergeCellsRequest.mergeType
  = MERGE_ALL MERGE_COLUMNS MERGE_ROWS
NumberFormatType: NumberFormat.type
  = NUMBER_FORMAT_TYPE_UNSPECIFIED TEXT NUMBER PERCENT CURRENCY DATE TIME DATE_TIME SCIENTIFIC
OrgChartLabelSize: OrgChartSpec.nodeSize
  = ORG_CHART_LABEL_SIZE_UNSPECIFIED SMALL MEDIUM LARGE
PasteOrientation: CopyPasteRequest.pasteOrientation
  = NORMAL TRANSPOSE
PasteType: CutPasteRequest.pasteType CopyPasteRequest.pasteType PasteDataRequest.type
  = PASTE_NORMAL PASTE_VALUES PASTE_FORMAT PASTE_NO_BORDERS PASTE_FORMULA PASTE_DATA_VALIDATION
    PASTE_CONDITIONAL_FORMATTING
PieChartLegendPosition: PieChartSpec.legendPosition
  = PIE_CHART_LEGEND_POSITION_UNSPECIFIED BOTTOM_LEGEND LEFT_LEGEND RIGHT_LEGEND TOP_LEGEND NO_LEGEND LABELED_LEGEND
PivotStandardValueFunction: PivotValue.summarizeFunction
  = PIVOT_STANDARD_VALUE_FUNCTION_UNSPECIFIED SUM COUNTA COUNT COUNTUNIQUE AVERAGE MAX MIN MEDIAN PRODUCT STDEV STDEVP
    VAR VARP CUSTOM NONE
PivotValueCalculatedDisplayType: PivotValue.calculatedDisplayType
  = PIVOT_VALUE_CALCULATED_DISPLAY_TYPE_UNSPECIFIED PERCENT_OF_ROW_TOTAL PERCENT_OF_COLUMN_TOTAL
    PERCENT_OF_GRAND_TOTAL
PivotValueLayout: PivotTable.valueLayout
  = HORIZONTAL VERTICAL
PointShape: PointStyle.shape
  = POINT_SHAPE_UNSPECIFIED CIRCLE DIAMOND HEXAGON PENTAGON SQUARE STAR TRIANGLE X_MARK
RecalculationInterval: SpreadsheetProperties.autoRecalc
  = RECALCULATION_INTERVAL_UNSPECIFIED ON_CHANGE MINUTE HOUR
RefreshCancellationErrorCode: RefreshCancellationStatus.errorCode
  = REFRESH_CANCELLATION_ERROR_CODE_UNSPECIFIED EXECUTION_NOT_FOUND CANCEL_PERMISSION_DENIED QUERY_EXECUTION_COMPLETED
    CONCURRENT_CANCELLATION CANCEL_OTHER_ERROR
RefreshCancellationState: RefreshCancellationStatus.state
  = REFRESH_CANCELLATION_STATE_UNSPECIFIED CANCEL_SUCCEEDED CANCEL_FAILED
RelativeDate: ConditionValue.relativeDate
  = RELATIVE_DATE_UNSPECIFIED PAST_YEAR PAST_MONTH PAST_WEEK YESTERDAY TODAY TOMORROW
SheetType: SheetProperties.sheetType
  = SHEET_TYPE_UNSPECIFIED GRID OBJECT DATA_SOURCE
SortOrder: PivotGroup.sortOrder SortSpec.sortOrder
  = SORT_ORDER_UNSPECIFIED ASCENDING DESCENDING
Style: Border.style
  = STYLE_UNSPECIFIED DOTTED DASHED SOLID SOLID_MEDIUM SOLID_THICK NONE DOUBLE
TextDirection: CellFormat.textDirection
  = TEXT_DIRECTION_UNSPECIFIED LEFT_TO_RIGHT RIGHT_TO_LEFT
ThemeColorType: ColorStyle.themeColor ThemeColorPair.colorType
  = THEME_COLOR_TYPE_UNSPECIFIED TEXT BACKGROUND ACCENT1 ACCENT2 ACCENT3 ACCENT4 ACCENT5 ACCENT6 LINK
ValueInputOption: BatchUpdateValuesRequest.valueInputOption BatchUpdateValuesByDataFilterRequest.valueInputOption
    query.valueInputOption
  = INPUT_VALUE_OPTION_UNSPECIFIED RAW USER_ENTERED
ValueRenderOption: BatchUpdateValuesRequest.responseValueRenderOption
    BatchGetValuesByDataFilterRequest.valueRenderOption BatchUpdateValuesByDataFilterRequest.responseValueRenderOption
    query.valueRenderOption query.responseValueRenderOption
  = FORMATTED_VALUE UNFORMATTED_VALUE FORMULA
VerticalAlign: CellFormat.verticalAlignment
  = VERTICAL_ALIGN_UNSPECIFIED TOP MIDDLE BOTTOM
ViewWindowMode: ChartAxisViewWindowOptions.viewWindowMode
  = DEFAULT_VIEW_WINDOW_MODE VIEW_WINDOW_MODE_UNSUPPORTED EXPLICIT PRETTY
WaterfallChartStackedType: WaterfallChartSpec.stackedType
  = WATERFALL_STACKED_TYPE_UNSPECIFIED STACKED SEQUENTIAL
WrapStrategy: CellFormat.wrapStrategy
  = WRAP_STRATEGY_UNSPECIFIED OVERFLOW_CELL LEGACY_WRAP CLIP WRAP
`;

interface ApiEnum {
  /** Google's name of the type. */
  name: string;
  values: ReadonlySet<string>;
}

function parseEnums(table: string): Record<string, ApiEnum> {
  const enums: Record<string, ApiEnum> = {};
  for (const entry of table.trim().split(/\n(?=\w)/)) {
    const [name = '', fields = '', values = ''] = entry.split(/[:=]/).map((part) => part.trim());
    const listed = { name, values: new Set(values.split(/\s+/)) };
    for (const field of fields.split(/\s+/)) enums[field] = listed;
  }
  return enums;
}

export const API_ENUMS: Readonly<Record<string, ApiEnum>> = parseEnums(ENUM_TABLE);

/** Whether the value of an enumeration means that none is set. */
export const isUnspecified = (value: unknown): boolean =>
  typeof value === 'string' && value.endsWith('_UNSPECIFIED');
