// biome-ignore-all lint/correctness/noUnusedVariables: Apps Script calls these functions by their names.
/**
 * Records what Google's events really are. Paste it into Extensions › Apps Script of an empty spreadsheet, reload, choose
 * Record › Begin and Record › Record changes, do what each toast says on the tab "Play", and choose Record › Next after each. The
 * tab "Recorded" then has one line of JSON an event.
 */
const GESTURES = [
  'Type "a" into A1',
  'Type "b" over A1',
  'Clear A1 with Delete',
  'Undo that (Ctrl+Z)',
  'Redo it (Ctrl+Y)',
  'Type "4/1" into A2',
  'Type "=1+1" into A3',
  'Type the same text again into A1',
  'Choose from the list in B1',
  'Tick the box in C1',
  'Copy A1 and paste it into A5',
  'Copy A1:B2 and paste it into D5',
  'Paste values only into A6',
  'Cut A1 and paste it into A8',
  'Paste two lines from another program into A10',
  'Drag the handle of A2 down to A7',
  'Fill down with Ctrl+D',
  'Replace all "a" by "z" (Ctrl+H)',
  'Delete row 2',
  'Insert a row above row 2',
  'Move row 3 above row 1',
  'Sort A:C by A',
  'Set a filter and choose a value',
  'Hide column B',
  'Merge D1:E1',
  'Change the format of A1 to bold',
  'Type into A1 on a phone',
  'Type into A1 offline, then go online',
  'Have another person type into A1',
  'Restore the first version of the file',
];
const RECORDED = 'Recorded';

function onOpen() {
  const menu = SpreadsheetApp.getUi().createMenu('Record');
  menu.addItem('Begin', 'begin').addItem('Record changes', 'recordChanges').addItem('Next', 'next').addToUi();
}

function begin() {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  for (const title of ['Play', RECORDED]) if (book.getSheetByName(title) === null) book.insertSheet(title);
  tell_(0);
}

/** An installed trigger: it sees what a simple one does not. */
function recordChanges() {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  ScriptApp.newTrigger('changed').forSpreadsheet(book).onChange().create();
  ScriptApp.newTrigger('edited').forSpreadsheet(book).onEdit().create();
}

function next() {
  tell_(gesture_() + 1);
}

function onEdit(e) {
  record_('onEdit', e);
}
function edited(e) {
  record_('installed onEdit', e);
}
function changed(e) {
  record_('onChange', e);
}

function gesture_() {
  return Number(PropertiesService.getDocumentProperties().getProperty('gesture') || 0);
}

function tell_(index) {
  PropertiesService.getDocumentProperties().setProperties({ gesture: String(index) });
  const book = SpreadsheetApp.getActiveSpreadsheet();
  book.toast(GESTURES[index] || 'That was all: thank you.', `${index + 1} of ${GESTURES.length}`);
}

function record_(trigger, e) {
  const range = e.range ? e.range.getA1Notation() : null;
  const event = { trigger, gesture: GESTURES[gesture_()], range, keys: Object.keys(e).sort() };
  for (const key of ['value', 'oldValue', 'changeType', 'authMode'])
    if (key in e) event[key] = String(e[key]);
  event.user = e.user ? String(e.user.getEmail()) !== '' : null;
  SpreadsheetApp.getActiveSpreadsheet()
    .getSheetByName(RECORDED)
    .appendRow([JSON.stringify(event)]);
}
