/** What a full stop shortens, by primary language subtag; written as in print, without the last full stop. */
type Words = ReadonlyMap<string, ReadonlySet<string>>;

function table(lists: Record<string, string>): Words {
  return new Map(Object.entries(lists).map(([lang, words]) => [lang, new Set(words.split(' '))]));
}

/** Never the end of a sentence: a name or an example follows. */
export const TITLES = table({
  de: 'Dr Prof Hr Fr Nr bzw ca z.B d.h vgl St',
  en: 'Mr Mrs Ms Messrs Dr Prof Sen Sens Rep Reps Gov Gen Col Lt Sgt Cpl Pvt Capt Cmdr Adm Maj Rev Hon Fr Sr St Mt Ft Msgr Pres Supt Det Amb vs e.g i.e cf',
  es: 'Sr Sra Srta Sres Sras D Dña Dr Dra Ud Uds Gral Cnel Tte Lic Ing Prof Excmo EE p.ej',
  fr: 'M MM Mme Mmes Mlle Mlles Dr Pr Me St Ste Mgr cf p.ex',
  ru: 'им ул пл просп пер наб корп стр акад проф ген полк подполк св тов гр гос зам см ср напр т.е т.к',
  uk: 'ім вул пл просп пров наб буд акад проф ген полк св ст див напр т.зв',
});

/** Often within a sentence, sometimes its end: what follows decides. */
export const ABBREVIATIONS = table({
  de: 'Jan Feb Apr Jun Jul Aug Sep Sept Okt Nov Dez Mio Mrd Str',
  en: 'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Jr Inc Ltd Co Corp Bros Ave Blvd Rd Dept Univ Ala Ariz Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo',
  es: 'ene feb mar abr may jun jul ago sep sept oct nov dic aprox Cía',
  fr: 'janv févr avr juill juil sept oct nov déc av apr env',
  ru: 'янв фев февр мар апр июн июл авг сен сент окт ноя нояб дек г гг в вв д тыс млн млрд руб коп обл р др',
  uk: 'січ лют бер берез квіт трав черв лип серп вер верес жовт лист груд м р рр ст тис млн млрд грн обл ін',
});

/** The end of a sentence unless a number follows. */
export const BEFORE_NUMBERS = table({
  de: 'S Art Abs Kap Bd Abb',
  en: 'No Nos p pp Vol vol Art art Sec sec Ch ch Fig fig para',
  es: 'núm n.º p pp pág págs art vol cap',
  fr: 'no nos p pp art vol chap fig al',
  ru: 'с п пп ст гл рис т № ч',
  uk: 'с п пп гл рис т № ч',
});

/** Languages in which a full stop makes a number an ordinal: `3. Oktober`. */
export const ORDINALS: ReadonlySet<string> = new Set('cs da de et fi hr hu is lv nb nn no pl sk sl sr tr'.split(' '));

/** Words that stand first in a sentence rather than in a name. */
export const STARTERS = table({
  de: 'Der Die Das Ein Eine Er Sie Es Wir In Im Am Aber Und Nach Bei',
  en: 'The A An This That These Those He She It They We You I In On At But And If When While After Before For From There Then His Her Their Its As With What Who',
  es: 'El La Los Las Un Una Él Ella Ellos En Pero Y Se Según Tras Este Esta',
  fr: 'Le La Les Un Une Il Elle Ils Elles On Ce Cette Ces Mais Et En Dans Selon Après',
  ru: 'Он Она Оно Они Мы Я Это Этот Эта В На Но И А По С При После Как',
  uk: 'Він Вона Воно Вони Ми Я Це Цей Ця У В На Але І А За З Після Як',
});
