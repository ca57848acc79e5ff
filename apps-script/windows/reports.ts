/** The page of reports about the past and about who does what. It changes no account. */
import './window.css';
import './reports/reports.css';
import type { ReportsInput } from '../script-api';
import { closable } from './kit/closable';
import { neverBusy } from './kit/closing';
import { runPage } from './kit/run-page';
import { reportsTakeBack, startReports, updateReports } from './reports/reports';
import { ReportsView } from './reports/reports-view';

runPage(
  'menu',
  closable({
    start: ({ language }: ReportsInput) => startReports(language),
    update: updateReports,
    isBusy: neverBusy,
    takeBack: reportsTakeBack,
    View: ReportsView,
  }),
);
