/** Every label of the problems panel. */

import { count, SharedWords, sharedWords, wordsIn } from '../shared/words';

const EN = {
  problems: 'Problems',
  showProblems: 'Show the problems',
  noProblems: 'Nothing to mend.',
  noProblemsYet: 'Open an article: what should be mended will be listed here.',
  error: 'Errors',
  warning: 'Warnings',
  advice: 'Advice',
  fix: 'Fix',
  why: 'Why this matters',
  cell: 'Cell',
  line: 'line',
  whole: 'Whole article',
  counts: (errors: number, warnings: number, advice: number) =>
    `${count(errors, 'error', 'errors')}, ${count(warnings, 'warning', 'warnings')}, ${advice} advice`
};

const ID: typeof EN = {
  problems: 'Masalah',
  showProblems: 'Tampilkan masalah',
  noProblems: 'Tidak ada yang perlu diperbaiki.',
  noProblemsYet: 'Buka sebuah artikel: yang perlu diperbaiki akan tercantum di sini.',
  error: 'Kesalahan',
  warning: 'Peringatan',
  advice: 'Saran',
  fix: 'Perbaikan',
  why: 'Mengapa ini penting',
  cell: 'Sel',
  line: 'baris',
  whole: 'Seluruh artikel',
  counts: (errors, warnings, advice) =>
    `${errors} kesalahan, ${warnings} peringatan, ${advice} saran`
};

export type ProblemWords = typeof EN & SharedWords;

export const problemWords = (languageCode: string): ProblemWords => ({
  ...sharedWords(languageCode),
  ...wordsIn(languageCode, EN, ID)
});
