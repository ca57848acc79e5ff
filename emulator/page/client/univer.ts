/** Starts Univer with dropdowns and filters, but without its own ribbon and menus. */
import { LocaleType, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreEn from '@univerjs/preset-sheets-core/locales/en-US';
import coreJa from '@univerjs/preset-sheets-core/locales/ja-JP';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import validationEn from '@univerjs/preset-sheets-data-validation/locales/en-US';
import validationJa from '@univerjs/preset-sheets-data-validation/locales/ja-JP';
import { UniverSheetsFilterPreset } from '@univerjs/preset-sheets-filter';
import filterEn from '@univerjs/preset-sheets-filter/locales/en-US';
import filterJa from '@univerjs/preset-sheets-filter/locales/ja-JP';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-filter/lib/index.css';
import type { PageLanguage } from '../protocol';

export interface UniverInstance {
  univer: Univer;
  api: FUniver;
}

export function startUniver(container: HTMLElement, language: PageLanguage): UniverInstance {
  const univer = new Univer({
    locale: language === 'ja' ? LocaleType.JA_JP : LocaleType.EN_US,
    locales: {
      [LocaleType.JA_JP]: { ...coreJa, ...validationJa, ...filterJa },
      [LocaleType.EN_US]: { ...coreEn, ...validationEn, ...filterEn },
    },
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      header: true,
      toolbar: false,
      ribbonType: 'simple',
      contextMenu: false,
      formulaBar: true,
      footer: {
        sheetBar: true,
        statisticBar: false,
        menus: false,
        zoomSlider: false,
        addSheetButtonConfig: { show: false },
      },
      sheets: { disableForceStringAlert: true, disableForceStringMark: true },
    }),
    UniverSheetsDataValidationPreset({ showEditOnDropdown: false, showSearchOnDropdown: false }),
    UniverSheetsFilterPreset(),
  ];
  for (const { plugins } of presets) {
    for (const plugin of plugins.filter(Boolean)) {
      if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
      else univer.registerPlugin(plugin);
    }
  }
  return { univer, api: FUniver.newAPI(univer) };
}
