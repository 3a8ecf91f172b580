/** Endings of files that belong to saved pages: pictures, sounds, films, fonts, styles and scripts. */
const PART =
  /\.(?:avif|bmp|gif|ico|jpe?g|jfif|png|svg|tiff?|webp|css|js|mjs|map|eot|otf|ttf|woff2?|aac|m4a|mp3|ogg|opus|wav|avi|m4v|mov|mp4|mpe?g|webm|wasm)$/iu;

/** Whether a file of this name is a part of saved pages and no article: a picture, a font, a style, a script. */
export function isPagePart(name: string): boolean {
  return PART.test(name);
}

/**
 * What browsers put behind a page's name to name the folder with its parts, in the languages that Windows knows
 * (Microsoft's list of connected files).
 */
const FOLDER =
  /^(.+)(?:_archivos|_arquivos|_bestanden|_bylos|-Dateien|_datoteke|_dosyalar|_elemei|_failid|_fails|_fajlovi|_ficheiros|_fichiers|_file|_files|_fitxers|_fitxategiak|_pliki|_soubory|_tiedostot|-filer|\.files)$/iu;

/** The names of the pages, one of which stands beside a folder of this name if it is one of a saved page's parts. */
export function pagesOfFolder(name: string): string[] {
  const page = FOLDER.exec(name)?.[1];
  return page === undefined ? [] : ['html', 'htm', 'xhtml', 'HTML', 'HTM'].map((ending) => `${page}.${ending}`);
}
