/** What each window of the page runs. */
import type { TeamPageInput, TeamPageView } from '../../script-api';
import { type ClosableProgram, closable } from '../kit/closable';
import { startApprovals, updateApprovals } from './approvals';
import { ApprovalsView } from './approvals-view';
import { startHandOverWindow, updateHandOverWindow } from './hand-over-window';
import { HandOverWindowView } from './hand-over-window-view';
import { startMembers, updateMembers } from './members';
import { MembersView } from './members-view';
import { startSettings, updateSettings } from './settings';
import { SettingsView } from './settings-view';

export const TEAM_PROGRAMS: Readonly<Record<TeamPageView, ClosableProgram<TeamPageInput>>> = {
  approvals: closable(() => startApprovals(), updateApprovals, ApprovalsView),
  members: closable(() => startMembers(), updateMembers, MembersView),
  handOver: closable(
    (input: TeamPageInput) => startHandOverWindow(input.rows),
    updateHandOverWindow,
    HandOverWindowView,
  ),
  settings: closable(() => startSettings(), updateSettings, SettingsView),
};
