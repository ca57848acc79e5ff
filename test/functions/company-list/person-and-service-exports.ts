/** More of `EXPORT_FIXTURES`: lists of people, and what the services of official registers answer. */
import { type ExportFixture, lines } from './export-fixtures';

export const PERSON_AND_SERVICE_EXPORTS: Readonly<Record<string, ExportFixture>> = {
  'Zoho leads': {
    writtenBy: 'Zoho CRM',
    text: lines(
      'Record Id,Lead Owner.id,Lead Owner,Company,First Name,Last Name,Email,Lead Status,Last Activity Time',
      'zcrm_2,zcrm_9,Sato,Acme,Ann,Lee,ann@acme.example,Contacted,2026-10-01 09:30:00',
    ),
    columns: {
      ...{ 'Lead Owner': 'owner', Company: 'name', 'First Name': 'contactGivenName', Email: 'email' },
      ...{ 'Last Name': 'contactFamilyName', 'Lead Status': 'status', 'Last Activity Time': 'lastContact' },
    },
    names: ['Acme'],
  },
  'HubSpot contacts in Japanese': {
    writtenBy: 'HubSpot',
    text: lines(
      'レコードID,名,姓,Eメール,コンタクトの担当者,主な関連付けられた会社,最終アクティビティー日（JST）,リードステータス,関連付けられた会社ID',
      '1,葵,林,hayashi@kou.example,佐藤,株式会社甲,2026-10-01 09:30,新規,77',
    ),
    columns: {
      ...{ 名: 'contactGivenName', 姓: 'contactFamilyName', Eメール: 'email', コンタクトの担当者: 'owner' },
      ...{ 主な関連付けられた会社: 'name', '最終アクティビティー日（JST）': 'lastContact' },
      ...{ リードステータス: 'status', 関連付けられた会社ID: 'listId' },
    },
    names: ['株式会社甲'],
  },
  'the service of invoice issuers': {
    writtenBy: '適格請求書発行事業者公表サイト',
    text: lines(
      'sequenceNumber,registratedNumber,process,kind,registrationDate,disposalDate,address,kana,name,tradeName',
      '1,T5070001000715,01,2,2023-10-01,,群馬県前橋市古市町1-50-12,カネコシュビョウ,カネコ種苗株式会社,',
    ),
    columns: {
      ...{ registratedNumber: 'corporateNumber', address: 'address', kana: 'kana', name: 'name' },
      tradeName: 'otherNames',
    },
    names: ['カネコ種苗株式会社'],
  },
  'the service of corporate numbers': {
    writtenBy: '法人番号公表サイト',
    text: lines(
      'sequenceNumber,corporateNumber,process,name,kind,prefectureName,cityName,streetNumber,closeDate,furigana,enName',
      '1,5070001000715,01,カネコ種苗株式会社,301,群馬県,前橋市,古市町1-50-12,,カネコシュビョウ,Kaneko Seeds',
    ),
    columns: {
      ...{ corporateNumber: 'corporateNumber', process: 'registryProcess', name: 'name', furigana: 'kana' },
      ...{ prefectureName: 'prefecture', cityName: 'city', streetNumber: 'street', closeDate: 'closedOn' },
      enName: 'englishName',
    },
    names: ['カネコ種苗株式会社'],
  },
  'Contacts of address books': {
    writtenBy: null,
    text: lines(
      'Title,Company,Job Title,City,Contact Owner,Company City,Account Owner',
      'Mr.,Kou Ltd.,Director,Kawasaki,Sho Tanaka,Tokyo,Aoi Sato',
    ),
    columns: {
      Company: 'name',
      'Job Title': 'contactTitle',
      'Company City': 'city',
      'Account Owner': 'owner',
    },
    names: ['Kou Ltd.'],
  },
  'Google Contacts, with a region': {
    writtenBy: null,
    text: lines(
      'First Name,Last Name,Organization Name,Address 1 - Street,Address 1 - City,Address 1 - Region',
      '一郎,山田,株式会社甲,1-2-3,港区,東京都',
    ),
    columns: {
      'First Name': 'contactGivenName',
      'Last Name': 'contactFamilyName',
      'Organization Name': 'name',
      'Address 1 - Street': 'street',
      'Address 1 - City': 'city',
      'Address 1 - Region': 'prefecture',
    },
    names: ['株式会社甲'],
  },
};
