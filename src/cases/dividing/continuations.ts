/**
 * Joins what the segmenter cuts within a sentence: initials, titles, ordinals, marks of footnotes. The table is short and
 * by language; a word that often ends a sentence does not stand in it.
 */

/** Abbreviations after which a name or a number follows: letters as they are written, without the full stop. */
const before: Readonly<Record<string, string>> = {
  bg: 'г ул бул проф акад инж чл ал т св стр',
  cs: 'p čl odst č tzv např Ing Mgr JUDr MUDr PhDr doc prof ul sv',
  da: 'kl nr f.eks bl.a dr hr prof adv stk',
  de: 'Hr Fr Nr Art Abs Rn Rdnr Bd Az vgl Urt Beschl St Prof Dr Dipl Ing bzw ca geb Kap Ziff lit',
  el: 'κ κα κκ Δρ άρθρ παρ αρ αριθ',
  es: 'Sr Sra Srta Dr Dra D Dña Prof art arts núm pág Lic Ing Gral Cnel EE',
  et: 'nr lk hr pr dr prof',
  fi: 'esim ks klo prof tri nro',
  fr: 'M MM Mme Mmes Mlle Mlles Me Mgr Dr Pr Prof St Ste art al cf éd vol chap p pp n°',
  hr: 'dr prof ul čl st br gosp tzv npr sv',
  hu: 'dr id ifj özv prof ún pl sz',
  it: 'sig sigg dott avv on art artt prof ing dr geom gen col n p pag',
  nb: 'kl nr f.eks bl.a dr hr prof adv',
  nl: 'dhr mevr mw mr dr prof art nr jhr ir drs bijv blz',
  nn: 'kl nr t.d bl.a dr hr prof adv',
  pl: 'dr ul prof mgr inż ks św art ust pkt poz nr hab gen płk mjr kpt por al pl tzw np',
  pt: 'Sr Sra Dr Dra Prof Profa art arts n pág Exmo Eng',
  ro: 'dl dna dr nr art alin lit str prof ing',
  ru: 'г гг гор ул пер пр д им проф акад ст п пп ч т тт стр гр тов св обл см рис гл корп кв ред',
  sk: 'p čl ods č tzv napr Ing Mgr JUDr MUDr doc prof ul sv',
  sl: 'dr prof ul čl št g ga tj',
  sr: 'dr prof ul čl st br др проф ул чл ст бр г',
  sv: 'kl nr t.ex bl.a s.k f.d dr prof kap st adv',
  tr: 'Dr Prof Doç Av Sn Sok Cad No Bkz Yrd Md',
  uk: 'м вул ім проф акад ст п пп ч т тт с стор гр св обл див рис гл кв буд',
};

/** Abbreviations after which only a number goes on with the sentence. */
const beforeNumber: Readonly<Record<string, string>> = {
  de: 'S Tz',
  en: 'No Nos Art Arts Sec Secs Ch para paras pp',
};

/** Words after which a number with a full stop is an ordinal. */
const beforeOrdinal: Readonly<Record<string, string>> = {
  de: 'der die das des dem den am im vom zum zur beim bis ab seit und',
};

const listed = (table: Readonly<Record<string, string>>) =>
  new Map(Object.entries(table).map(([language, words]) => [language, new Set(words.split(' '))]));
const titles = listed(before);
const numbered = listed(beforeNumber);
const ordinals = listed(beforeOrdinal);

/** What closes after the end of a sentence, or refers to a note: it belongs to what stands before it. */
const trailing = /^(?:[\p{Pf}\p{Pe}]|[⁰¹²³⁴-⁹†‡]|\[\d+\])+/u;

/**
 * Joins the pieces of a line that are one sentence.
 * @param pieces joined they are the line
 * @param language BCP 47
 */
export function joinContinued(pieces: readonly string[], language: string): string[] {
  const [primary = ''] = language.toLowerCase().split('-');
  const joined: string[] = [];
  for (const piece of pieces) {
    const last = joined.pop();
    if (last === undefined) {
      joined.push(piece);
      continue;
    }
    const mark = /\s$/.test(last) ? '' : (trailing.exec(piece)?.[0] ?? '');
    const [head, tail] = [last + mark, piece.slice(mark.length)];
    if (tail === '' || head.trim() === '' || goesOn(head.trim(), tail.trim(), primary)) joined.push(head + tail);
    else joined.push(head, tail);
  }
  return joined;
}

/** Whether `next` goes on with the sentence that `text` began. */
function goesOn(text: string, next: string, language: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(next)) return true;
  if (/^\p{Ll}/u.test(next) && /[\p{L}\p{N}.…!?][\p{Pe}\p{Pf}"']*$/u.test(text)) return true;
  if (language === 'ja') return /[」』]$/.test(text) && /^(?:と|って|など)/u.test(next);
  return followsTitle(text, next, language) || followsInitials(text, next, language);
}

function followsTitle(text: string, next: string, language: string): boolean {
  const [, number, word = ''] = /(?:(\d)\s*|^|[\s(«“„"'’[])([^\s\d(«“„"'’[]+)\.$/u.exec(text) ?? [];
  if (word === '') return followsOrdinal(text, language);
  const startsWithNumber = /^[\p{N}§]/u.test(next);
  // "5 г." is a year at the end of a sentence, "г. Москва" is a town.
  if (number !== undefined && !startsWithNumber) return false;
  if (titles.get(language)?.has(word) && /^[\p{Lu}\p{N}§«“„"(]/u.test(next)) return true;
  return startsWithNumber && (numbered.get(language)?.has(word) ?? false);
}

function followsOrdinal(text: string, language: string): boolean {
  const [, word = ''] = /(\p{L}+)\s\d{1,2}\.$/u.exec(text) ?? [];
  return ordinals.get(language)?.has(word.toLowerCase()) ?? false;
}

/** "И. И. Иванова" and "J.-P. Dupont" go on; after "Иванова И. И." another sentence may begin. */
function followsInitials(text: string, next: string, language: string): boolean {
  // sentencex knows the initials of English, and "Vitamin C." as well.
  if (language === 'en') return false;
  const [initials] = /(?<=^|[\s(«“„"'])\p{Lu}\.(?:[-\s]?\p{Lu}\.)*$/u.exec(text) ?? [];
  if (initials === undefined) return false;
  if (/^\p{Lu}\./u.test(next)) return true;
  const [word = ''] = /\p{L}+[^\p{L}]*$/u.exec(text.slice(0, -initials.length)) ?? [];
  return /^\p{Lu}/u.test(next) && !/^\p{Lu}/u.test(word);
}
