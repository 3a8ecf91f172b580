/** What stands before a person's name and is no part of it; also what an article calls people without naming them. */
const TITLES =
  'mr mrs ms miss dr prof professor sir lord lady dame president vice deputy premier prime minister chancellor secretary ' +
  'undersecretary treasury foreign defence defense finance interior trade chairman chairwoman chief executive officer director ' +
  'governor mayor senator sen rep representative congressman congresswoman king queen prince princess pope cardinal archbishop ' +
  'bishop rabbi imam sheikh ayatollah general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm ' +
  'ambassador envoy commissioner judge justice attorney spokesman spokeswoman spokesperson former acting agriculture commerce ' +
  'state energy economy herr frau monsieur madame m mme señor señora gov supt inspector detective constable ceo cfo speaker leader founder administrator coach analyst economist editor';

/** Days, months and what else is written with a capital in every other article. */
const TIMES =
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september ' +
  'october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ' +
  'christmas easter ramadan gmt utc est edt pst pdt am pm i ok tv lundi mardi mercredi jeudi vendredi samedi dimanche ' +
  'montag dienstag mittwoch donnerstag freitag samstag sonntag lunes martes miércoles jueves viernes sábado domingo reuter reuters afp';

/** What papers and agencies call themselves: whom an article is from is not what it is about. */
const AGENCIES =
  'reuter reuters ap afp upi dpa tass itar-tass xinhua efe ansa kyodo bbc cnn associated press agence france-presse rfe/rl';

/** What ends the name of a firm and is no name without it. */
const FORMS = 'inc corp co ltd plc llc gmbh ag sa spa nv group company corporation limited holdings street avenue road';

/** Words that a longer name may begin or end with, but that name nothing alone. */
const COMMON =
  'government parliament senate congress house court cabinet ministry department committee commission council union ' +
  'party bank university school hospital church police army navy air force north south east west northern southern eastern ' +
  'western central new old international national federal royal united first second third great city county ' +
  'republican republicans democrat democrats democratic conservative conservatives labour liberal christian muslim ' +
  'internet english index exchange board agency association federation institute office act bill district ' +
  'ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn mo mont neb nev okla ore pa tenn tex va vt wash wis ' +
  'pc thanks hey more';

const words = (list: string): Set<string> => new Set(list.split(' '));

const titles = words(TITLES);
const times = words(TIMES);
const alone = words([TITLES, TIMES, AGENCIES, FORMS, COMMON].join(' '));
const forms = words('inc corp co ltd plc llc gmbh ag sa spa nv');

/** Whether a lower-case word is a title or post that goes before a person's name. */
export function isTitle(word: string): boolean {
  return titles.has(word);
}

/** Whether a lower-case word says what kind of firm the name before it is of. */
export function isForm(word: string): boolean {
  return forms.has(word);
}

/** Whether a lower-case word is a day or month, or another that belongs to no name. */
export function isTime(word: string): boolean {
  return times.has(word);
}

/** Whether lower-case words are nothing that an article is about, however often it has them: titles, days, agencies. */
export function namesNothing(keys: readonly string[]): boolean {
  return keys.every((key) => alone.has(key));
}
