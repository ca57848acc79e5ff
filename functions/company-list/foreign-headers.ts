/** Headers in other languages, as exports of products that are used worldwide have them. */
import type { ListField } from './list-headers';

const headersIn = (text: string): readonly string[] => text.split('|');

/** Compared without accents; a header in Japanese or English takes precedence. */
export const FOREIGN_HEADERS: Readonly<Partial<Record<ListField, readonly string[]>>> = {
  name: headersIn(
    'Firma|Firmenname|Unternehmen|Unternehmensname|Name des Unternehmens|Kunde|Kundenname|' +
      'Geschäftspartner|Accountname|Name der Firma|Name der Organisation|Entreprise|' +
      "Nom de l'entreprise|Nom entreprise|Société|Nom de la société|Nom société|Raison sociale|" +
      'Client|Nom du client|Nom du compte|Compte|Organisme|Établissement|Empresa|' +
      'Nombre de la empresa|Nombre de empresa|Razón social|Compañía|Nombre del cliente|Cliente|' +
      'Nombre de la cuenta|Nome da empresa|Razão social|Azienda|Ragione sociale|Nome azienda|' +
      "Nome dell'azienda|Società|Bedrijf|Bedrijfsnaam|Naam bedrijf|公司|公司名|公司名称|公司名稱|" +
      '企业名称|企業名稱|企业|客户名称|客戶名稱|客户|单位名称|單位名稱|公司全称|회사명|회사|' +
      '업체명|상호|기업명|고객사|고객명|거래처명|거래처',
  ),
  englishName: headersIn('公司英文名|英文名称|公司英文名称|영문회사명|영문명'),
  otherNames: headersIn('公司简称|简称|Nom commercial|Nombre comercial|Suchbegriff'),
  listId: headersIn(
    'Kundennummer|Kunden-Nr.|Debitor|Debitorennummer|Geschäftspartnernummer|Numéro client|' +
      'N° client|Code client|Identifiant client|Código de cliente|Codice cliente|客户编号|' +
      "客戶編號|客户代码|고객번호|거래처코드|Datensatz-ID|ID d'enregistrement",
  ),
  address: headersIn(
    "Adresse|Anschrift|Firmenadresse|Postanschrift|Adresse de l'entreprise|Adresse postale|" +
      'Dirección|Endereço|Indirizzo|Adres|地址|公司地址|詳細地址|详细地址|주소|회사주소',
  ),
  prefecture: headersIn('Bundesland|Bundesland/Region|Provincia|省份|省|省/市|시도'),
  city: headersIn('Stadt|Ort|Ville|Ciudad|Città|Plaats|城市|市|도시|시군구'),
  street: headersIn('Straße|Straße und Hausnummer|Rue|Adresse 1|Calle|Straat|街道'),
  phone: headersIn(
    'Telefon|Telefonnummer|Telefon 1|Tel.-Nr.|Rufnummer|Festnetz|Téléphone|Telefoon|' +
      'Numéro de téléphone|N° de téléphone|Tél.|Téléphone fixe|Teléfono|Telefone|' +
      'Número de teléfono|电话|電話|电话号码|電話號碼|公司电话|联系电话|聯絡電話|座机|전화|' +
      '전화번호|회사전화|대표번호',
  ),
  email: headersIn(
    'E-Mail-Adresse|Mailadresse|Adresse e-mail|Adresse mail|Courriel|Correo electrónico|Correo|' +
      'Indirizzo e-mail|E-mailadres|邮箱|郵箱|电子邮件|電子郵件|电子邮箱|邮件|이메일|메일|' +
      '이메일주소',
  ),
  domain: headersIn(
    'Webseite|Internetseite|Internetadresse|Unternehmensdomain|Domainname|' +
      'Unternehmens-Domainname|Domainname des Unternehmens|Site web|Site internet|URL du site web|' +
      "Nom de domaine de l'entreprise|Nom de domaine|Sitio web|Página web|Sito web|Dominio|网址|" +
      '網址|网站|網站|官网|公司网址|홈페이지|웹사이트|도메인',
  ),
  industry: headersIn(
    "Branche|Wirtschaftszweig|Secteur|Secteur d'activité|Sector|Settore|行业|行業|所属行业|업종|" + '산업',
  ),
  status: headersIn(
    'Lead-Status|Kundenstatus|Statut|Statut du lead|Statut du prospect|Estado|Estado del lead|' +
      'Stato|客户状态|客戶狀態|状态|狀態|线索状态|상태|고객상태|진행상태|Lifecycle-Phase|' +
      'Phase du cycle de vie|Étape du cycle de vie|Etapa del ciclo de vida',
  ),
  owner: headersIn(
    'Zuständiger Mitarbeiter|Zuständiger Mitarbeiter für Unternehmen|Zuständiger|Kundenbetreuer|' +
      'Betreuer|Verantwortlicher|Inhaber|Accountinhaber|Kontoinhaber|Vertriebsmitarbeiter|' +
      "Propriétaire|Propriétaire de l'entreprise|Propriétaire du compte|Commercial|" +
      'Chargé de clientèle|Propietario|Propietario de la empresa|Responsable|Responsabile|负责人|' +
      '負責人|业务员|業務員|客户经理|销售|销售负责人|所有人|跟进人|영업담당|영업담당자|담당영업|' +
      '소유자',
  ),
  lastContact: headersIn(
    'Letzter Kontakt|Letzte Aktivität|Datum der letzten Aktivität|Zuletzt kontaktiert|' +
      'Letzter Besuch|Dernier contact|Dernière activité|Date de la dernière activité|' +
      'Date du dernier contact|Último contacto|Fecha de la última actividad|Última actividad|' +
      'Ultimo contatto|最近联系时间|最后联系时间|最近跟进时间|最后跟进时间|上次联系|최근연락일|' +
      '마지막연락일|최종연락일',
  ),
  nextCheck: headersIn(
    'Nächster Kontakt|Wiedervorlage|Nächste Aktivität|Datum der nächsten Aktivität|' +
      'Prochain contact|Prochaine relance|Date de relance|Date de la prochaine activité|' +
      'Próximo contacto|下次联系时间|下次跟进时间|下次联系|다음연락일|다음연락예정일',
  ),
  note: headersIn(
    'Notiz|Notizen|Bemerkung|Bemerkungen|Anmerkung|Anmerkungen|Kommentar|Beschreibung|Remarque|' +
      'Remarques|Commentaire|Commentaires|Note|Notas|Observaciones|Comentarios|备注|備註|备注信息|' +
      '说明|비고|메모|특이사항',
  ),
  contactName: headersIn(
    'Ansprechpartner|Ansprechperson|Kontakt|Kontaktperson|Kontaktname|Interlocuteur|' +
      'Nom du contact|Personne de contact|Nom complet|Contacto|Persona de contacto|' +
      'Nombre del contacto|Nombre completo|Contatto|Persona di contatto|Referente|Contactpersoon|' +
      '联系人|聯絡人|联络人|联系人姓名|姓名|담당자|담당자명|성명|이름',
  ),
  contactFamilyName: headersIn('Nachname|Familienname|Nom de famille|Apellido|Apellidos|Cognome|Achternaam'),
  contactGivenName: headersIn('Vorname|Prénom|Voornaam'),
  contactDepartment: headersIn('Abteilung|Département|Departamento|Afdeling|部门|部門|부서|부서명'),
  contactTitle: headersIn(
    'Jobtitel|Berufsbezeichnung|Funktion|Stellenbezeichnung|Poste|Intitulé du poste|Fonction|' +
      'Cargo|Puesto|Ruolo|Functie|职位|職位|职务|職務|직책|직급|직위',
  ),
  contactPhone: headersIn(
    'Mobil|Mobiltelefon|Handy|Handynummer|Mobilnummer|Durchwahl|Portable|Téléphone mobile|' +
      'Numéro de téléphone mobile|Móvil|Cellulare|手机|手機|手机号|手机号码|휴대폰|휴대전화|' +
      '핸드폰',
  ),
  product: headersIn('Produkt|Produit|Producto|Prodotto|产品|產品|产品名称|제품|제품명'),
  productSince: headersIn(
    'Vertragsbeginn|Kunde seit|Début du contrat|Client depuis|合同开始日期|签约日期|계약일',
  ),
  productEnd: headersIn(
    'Vertragsende|Kündigungsdatum|Fin de contrat|Date de fin de contrat|合同结束日期|계약종료일',
  ),
};

/** The name of a company; beside a given name (Prénom, Vorname) the family name. */
export const FOREIGN_BARE_NAMES: readonly string[] = ['Nom', 'Name 1', 'Nombre', 'Nome', 'Naam'];

const ACCENTS = /(?<=\p{sc=Latin})\p{M}+/gu;

/** Of a folded header. */
export const withoutAccents = (folded: string): string =>
  folded.normalize('NFD').replace(ACCENTS, '').normalize('NFC').replace(/ß/g, 'ss').replace(/[’`´]/g, '');
