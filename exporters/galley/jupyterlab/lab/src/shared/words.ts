/** Labels in the languages of the first authors. */

/** Return the words of JupyterLab's own language; English where there are none. */
export function wordsIn<W>(languageCode: string, english: W, indonesian: W): W {
  return /^id\b|^id_/i.test(languageCode) ? indonesian : english;
}

/** Return a number with its noun. */
export function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

const EN = {
  noAnswer:
    'Galley does not answer. Close JupyterLab and start it again with “galley lab”; what you saved is safe.'
};

export type SharedWords = typeof EN;

const ID: SharedWords = {
  noAnswer:
    'Galley tidak menjawab. Tutup JupyterLab lalu mulai lagi dengan “galley lab”; yang sudah disimpan tetap aman.'
};

export const sharedWords = (languageCode: string): SharedWords => wordsIn(languageCode, EN, ID);
