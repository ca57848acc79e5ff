/**
 * What the server sends while the person types into a cell waits until they are done: Univer begins the cell anew with whatever is
 * written into its copy, and what was half typed is lost.
 */
import {
  DeviceInputEventType,
  IEditorBridgeService,
  SetCellEditVisibleOperation,
} from '@univerjs/preset-sheets-core';
import type { SheetUpdate } from '../protocol';
import { collectEdits, type SheetEdit } from './edits';
import type { GridContext } from './grid-context';

export class HeldUpdates {
  private readonly held: SheetUpdate[] = [];
  private readonly reportEdits: () => void;

  constructor(
    private readonly context: GridContext,
    private readonly show: (update: SheetUpdate) => void,
    report: (edit: SheetEdit) => void,
  ) {
    this.reportEdits = collectEdits(context, (edit) => {
      this.showHeld();
      report(edit);
    });
    context.commands.onCommandExecuted(({ id }) => {
      // Univer has written what was typed by the time that this runs.
      if (id === SetCellEditVisibleOperation.id && this.held.length > 0 && !this.isTyping())
        setTimeout(() => this.catchUp());
    });
    context.container.addEventListener('focusout', () => setTimeout(() => this.endTypingElsewhere()));
  }

  apply(update: SheetUpdate): void {
    if (this.isTyping()) {
      this.held.push(update);
      return;
    }
    this.catchUp();
    this.show(update);
  }

  /** Reports what the person has entered until now, and shows what has waited for that. */
  catchUp(): void {
    this.reportEdits();
    this.showHeld();
  }

  private showHeld(): void {
    for (const update of this.held.splice(0)) this.show(update);
  }

  /** As in Google's page, what was typed is entered when a menu, a dialog or the sidebar takes the focus. */
  private endTypingElsewhere(): void {
    const { activeElement, body } = document;
    const { container, commands, unitId } = this.context;
    if (activeElement === body || container.contains(activeElement) || !this.isTyping()) return;
    const params = { visible: false, eventType: DeviceInputEventType.PointerDown, unitId };
    commands.syncExecuteCommand(SetCellEditVisibleOperation.id, params);
  }

  private isTyping(): boolean {
    const { univer, unitId } = this.context;
    return unitId !== '' && univer.__getInjector().get(IEditorBridgeService).isVisible().visible;
  }
}
