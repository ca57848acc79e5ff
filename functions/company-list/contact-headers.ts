/** The headers of the person whom a team speaks with at a company. */
import { text } from '../domain/text/text';

export const CONTACT_HEADERS = {
  contactName: [
    '氏名',
    '姓名',
    'お名前',
    '担当者氏名',
    '先方担当者',
    '先方担当者名',
    '取引先責任者',
    '取引先責任者名',
    '取引先責任者: 氏名',
    '窓口',
    '窓口担当者',
    'キーマン',
    'キーパーソン',
    '連絡先氏名',
    'コンタクト名',
    'Contact',
    'Contact Name',
    'Contact Person',
    'Contact Full Name',
    'Primary Contact',
    'Main Contact',
    'Full Name',
    'Person',
    'Person Name',
    'Key Person',
    'Customer Contact',
    'Client Contact',
    'Associated Contact',
    'Point of Contact',
  ],
  contactFamilyName: ['姓', '氏', '苗字', '名字', 'Last Name', 'Family Name', 'Surname', 'Contact Last Name'],
  contactGivenName: ['名', 'First Name', 'Given Name', 'Contact First Name'],
  contactDepartment: [
    '部署',
    '部署名',
    '所属部署',
    '所属部署名',
    '部課名',
    '部署・役職',
    '部門名',
    'Department',
    'Contact Department',
    'Division',
  ],
  contactTitle: [
    '役職',
    '役職名',
    '肩書',
    '肩書き',
    '職位',
    'Title',
    'Job Title',
    'Position',
    'Contact Title',
  ],
  contactEmail: [
    '個人メール',
    '個人メールアドレス',
    'Contact Email',
    'Contact E-mail',
    'Person Email',
    'Email (Primary Contact)',
    '電子メール(取引先責任者)',
  ],
  contactPhone: [
    '携帯',
    '携帯電話',
    '携帯電話番号',
    '携帯番号',
    '直通',
    '直通電話',
    '直通電話番号',
    'TEL直通',
    '電話番号(直通)',
    '電話(直通)',
    'Mobile',
    'Mobile Phone',
    'Mobile Phone Number',
    'Cell Phone',
    'Direct Phone',
    'Direct Line',
    'Contact Phone',
    'Work Direct Phone',
    'Direct Dial',
    'Mobile Number',
  ],
} as const satisfies Record<string, readonly string[]>;

export const CONTACT_LABELS = {
  contactName: text('先方担当者', 'Contact person'),
  contactFamilyName: text('先方担当者の姓', "Contact's family name"),
  contactGivenName: text('先方担当者の名', "Contact's given name"),
  contactDepartment: text('先方担当者の部署', "Contact's department"),
  contactTitle: text('先方担当者の役職', "Contact's title"),
  contactEmail: text('先方担当者のメール', "Contact's e-mail"),
  contactPhone: text('先方担当者の電話', "Contact's phone"),
};

const OF_THEIRS =
  '(?:(?:お?取引先|先方|顧客|客先|お客様|得意先|相手先|相手|窓口|ご|御|企業側|会社側|契約先)の?(?:窓口)?(?:ご|御)?(?:担当|責任)者?|先方|担当者|窓口|連絡先)の?';

/** A person of the company, not of the team: 取引先担当者名, ご担当者様の部署, 担当者メールアドレス. Of a header as it is folded. */
export const CONTACT_PATTERNS = [
  { field: 'contactDepartment', pattern: new RegExp(`^${OF_THEIRS}(?:様の?)?(?:部署|部門|所属)名?$`) },
  { field: 'contactTitle', pattern: new RegExp(`^${OF_THEIRS}(?:様の?)?(?:役職|肩書き?)名?$`) },
  {
    field: 'contactEmail',
    pattern: new RegExp(`^${OF_THEIRS}(?:様の?)?(?:e?mail|eメール|メール)(?:アドレス|address)?$`),
  },
  {
    field: 'contactPhone',
    pattern: new RegExp(`^${OF_THEIRS}(?:様の?)?(?:電話|tel|携帯|直通)(?:電話)?(?:番号)?$`),
  },
  {
    field: 'contactName',
    pattern:
      /^(?:お?取引先|先方|顧客|客先|お客様|得意先|相手先|相手|窓口|ご|御|企業側|会社側|契約先)の?(?:窓口)?(?:ご|御)?(?:担当|責任)者?(?:の?(?:氏名|お?名前|名|様名?))?$|^(?:ご|御)?(?:窓口)?担当者?(?:氏?名)?\((?:先方|お?客様|お客さま|顧客|客先|お?取引先|得意先|相手先?)(?:側|様)?\)$/,
  },
] as const;
