/** What a paragraph begins with that only points to another article, in the languages of news. */
const POINTERS: readonly (readonly [reason: string, pattern: RegExp])[] = [
  [
    'read more',
    /^[\p{P}\p{S}\s]{0,4}(?:(?:also\s)?(?:read|see|watch|listen)(?:\s(?:more|also|next|now|this|here|on))?\s?[:>»|–—-]|(?:also\s(?:read|see|on)|see\salso|read\s(?:more|also|next)|more\s(?:on|from)\s(?!the\b)|related(?:\s\p{L}{1,12}){0,2}\s?[:>»|–—-]|related$|don['’]t\smiss\s?[:>»|–—-]|click\s(?:here|to)\s(?:to\s)?(?:read|see|view|watch|listen|subscribe|sign|join)|you\s(?:may|might)\s(?:also\s)?(?:like|enjoy|be\sinterested)|what\sto\sread\snext|recommended(?:\sfor\syou|\sreading)?\s?:?$|continue\sreading|full\sstory|further\sreading)|(?:lesen|lies)\s(?:sie\s)?(?:auch|mehr)|mehr\szum\sthema|lire\s(?:aussi|également)|à\slire|lea\s(?:también|más)|leer?\s(?:también|más)|te\spuede\sinteresar|leggi\s(?:anche|di\spiù)|leia\s(?:também|mais)|veja\stambém|saiba\smais|lees\s(?:ook|meer)|läs\s(?:också|även|mer)|læs\sogså|les\sogså|czytaj\s(?:także|też|również|więcej)|zobacz\s(?:też|także|również)|читайте\s(?:также|ещё)|читать\s(?:также|далее)|смотрите\sтакже|читайте\sтакож|اقرأ\sأيضا|関連記事|こちらも)/iu,
  ],
  [
    'newsletter form',
    /^(?:(?:sign|signing)\sup\s(?:for|to|here|now)|subscribe\s(?:to|now|here|today|for)|get\s(?:the|our|your)\s(?:\p{L}{1,15}\s){0,4}(?:newsletter|inbox|alerts)|join\s(?:our|the)\s(?:\p{L}{1,15}\s){0,3}(?:newsletter|mailing|list)|enter\syour\se-?mail|your\se-?mail\saddress|want\smore\s(?:stories|news|articles)|this\s(?:article|story)\s(?:first\s|originally\s)?(?:appeared|was)\s(?:first\s|originally\s)?in\sour\snewsletter|suscríbete|abonnez-vous|abonnieren|подпишитесь|подписывайтесь)/iu,
  ],
  [
    'share links',
    /^(?:(?:like|love|enjoy(?:ed)?)\sthis\s(?:story|article|post)|share\s(?:this|on|via|the)\b|share$|tweet(?:\sthis)?$|e-?mail(?:\sthis)?$|print(?:\sthis)?$|follow\s(?:us|me|him|her|them|the\sauthor|@|\p{Lu}[\p{L}.’'-]{0,20}\s(?:\p{Lu}[\p{L}.’'-]{0,20}\s){0,2}on\b)|find\sus\son|connect\swith\s(?:us|me)|(?:like|join)\sus\son|download\sour\sapp|facebook$|twitter$|whatsapp$|pinterest$|linkedin$|copy\slink$)/iu,
  ],
  [
    'advertisement',
    /^(?:adverts?$|advertisement|advertising|sponsored(?:\scontent)?|ad$|anzeige|werbung|publicité|publicidad|publicidade|реклама|pubblicità|story\scontinues(?:\sbelow)?|article\scontinues\s(?:below|after)|ftc:|this\spost\s(?:may\s)?contains?\saffiliate)/iu,
  ],
  [
    'comment',
    /^(?:(?:leave|add|post|write)\sa\s(?:comment|reply)|(?:\d{1,5}\s)?comments?$|join\sthe\s(?:conversation|discussion)|view\s(?:all\s)?comments|show\scomments|comments\sare\sclosed)/iu,
  ],
  [
    'tags',
    /^(?:tags?|topics?|filed\s(?:under|in)|posted\s(?:in|under)|categories|category|labels?|keywords|more\son\sthis\stopic|in\sthis\sarticle|schlagwörter|etiquetas|метки|теги)(?:\s?:|$|\s(?=\p{Ll}))/iu,
  ],
  ['about the author', /^about\sthe\sauthors?$/iu],
  [
    'date line',
    /^(?:(?:last\s)?(?:updated|published|posted|modified)(?:\s(?:on|at))?\s?:?\s[\p{L}\s,.]{0,20}\d|(?:first\s)?published\s?:)/iu,
  ],
];

/** What a short paragraph asks for wherever it says so. */
const REQUESTS: readonly (readonly [reason: string, pattern: RegExp])[] = [
  [
    'newsletter form',
    /\b(?:sign(?:ing)?\sup|subscribe)\b[^.]{0,120}\b(?:newsletters?|inbox|e-?mail|alerts)\b|\b(?:newsletters?|inbox)\b[^.]{0,60}[.!]\s(?:sign\sup|subscribe)\b/iu,
  ],
  [
    'about the author',
    /\b(?:can|may)\sbe\s(?:reached|contacted)\s(?:at|by|via|on)\b|\b(?:e-?mail|reach|contact)\s(?:him|her|them|me|us|\p{Lu}[\p{L}’'-]{1,20})\s(?:at\b|on\s(?:twitter|facebook))|^\S{1,40}@\S{1,60}\.\p{L}{2,10}$|^(?:https?:\/\/)?(?:www\.)?twitter\.com\/\S{1,60}$|^@\w{1,30}$/iu,
  ],
];

/** A paragraph is no longer than this where its beginning alone makes it a pointer. */
const LONGEST = 260;

/** Why a paragraph is none of the article's text by what it begins with, if it is none. */
export function pointerReason(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  return [...POINTERS, ...REQUESTS].find(([, pattern]) => pattern.test(text))?.[0];
}
