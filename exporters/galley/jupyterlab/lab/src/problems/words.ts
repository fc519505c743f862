/** Every label of the problems panel. */

import { count, SharedWords, sharedWords, wordsIn } from '../shared/words';
import { Severity } from '../shared/server';

const EN = {
  problems: 'Problems',
  showProblems: 'Show the problems',
  nextProblem: 'Go to the next problem',
  previousProblem: 'Go to the previous problem',
  mendHere: 'Fix the problem at the cursor …',
  markProblems: 'Underline problems in the text',
  noProblems: 'Nothing to mend.',
  noProblemsYet: 'Open an article: what should be mended will be listed here.',
  noMoreProblems: 'There is no problem in the text.',
  error: 'Error',
  warning: 'Warning',
  adviceOne: 'Advice',
  first: ['One thing first', 'Two things first', 'Three things first'],
  few: ['One thing to mend', 'Two things to mend', 'Three things to mend'],
  advice: (number: number) =>
    number === 1 ? 'One piece of advice' : `${number} pieces of advice`,
  again: (number: number) => (number === 1 ? 'And once more:' : `And ${number} more:`),
  fix: 'Fix',
  mend: 'Fix …',
  useWord: (word: string) => `Use ‘${word}’ …`,
  mendHint: 'Shows what will change before it changes',
  mendAll: (number: number) => `Fix all ${number} …`,
  willChange: 'This will change:',
  willBeAdded: (file: string) => `This will be added to ${file}:`,
  apply: 'Change it',
  leave: 'Leave it',
  cannotMend: 'This cannot be changed by itself any more. Look at the text again.',
  cellChanged: 'The text has changed meanwhile. Try again in a moment.',
  fileChanged: (file: string) =>
    `${file} was changed by another program meanwhile, and stays as it is. Try again.`,
  mended: (places: string) => `Changed: ${places}.`,
  undo: 'Undo',
  undone: 'The change is taken back.',
  cannotUndo: 'The text has been changed since. Go to the cell and press Ctrl+Z.',
  openFile: (file: string) => `Open ${file}`,
  about: 'Why this matters',
  rule: 'Rule',
  notSo: 'Not like this',
  better: 'Better',
  keep: 'Publish anyway because …',
  keepHint: 'Writes your reason into the first cell; the problem is not told again',
  keepLabel: 'Why it may stay, for whoever reads the article after you',
  keepExample: 'for example: the publisher gave leave to show it',
  keepFew: 'Say in three words or more why it may stay.',
  keepDone: 'Write the reason',
  kept: 'The reason stands in the first cell.',
  noFrontMatter: 'The first cell with title and date was not found.',
  done: 'Done',
  doneHint: 'Your colleague\u2019s remark is not told again',
  noteDone: 'Marked as done.',
  noteOpen: 'It is listed again.',
  here: (number: number) => (number === 1 ? '1 problem here' : `${number} problems here`),
  inList: 'Show in the list',
  cell: 'Cell',
  line: 'line',
  whole: 'Whole article',
  counts: (errors: number, warnings: number, advice: number) =>
    `${count(errors, 'error', 'errors')}, ${count(warnings, 'warning', 'warnings')}, ${advice} advice`
};

const ID: typeof EN = {
  problems: 'Masalah',
  showProblems: 'Tampilkan masalah',
  nextProblem: 'Ke masalah berikutnya',
  previousProblem: 'Ke masalah sebelumnya',
  mendHere: 'Perbaiki masalah di tempat kursor …',
  markProblems: 'Garis bawahi masalah di dalam teks',
  noProblems: 'Tidak ada yang perlu diperbaiki.',
  noProblemsYet: 'Buka sebuah artikel: yang perlu diperbaiki akan tercantum di sini.',
  noMoreProblems: 'Tidak ada masalah di dalam teks.',
  error: 'Kesalahan',
  warning: 'Peringatan',
  adviceOne: 'Saran',
  first: ['Satu hal lebih dulu', 'Dua hal lebih dulu', 'Tiga hal lebih dulu'],
  few: [
    'Satu hal yang perlu diperbaiki',
    'Dua hal yang perlu diperbaiki',
    'Tiga hal yang perlu diperbaiki'
  ],
  advice: number => `${number} saran`,
  again: number => `Dan ${number} lagi:`,
  fix: 'Perbaikan',
  mend: 'Perbaiki …',
  useWord: word => `Pakai ‘${word}’ …`,
  mendHint: 'Menampilkan yang akan berubah sebelum diubah',
  mendAll: number => `Perbaiki semua (${number}) …`,
  willChange: 'Ini yang akan berubah:',
  willBeAdded: file => `Ini yang akan ditambahkan ke ${file}:`,
  apply: 'Ubah',
  leave: 'Biarkan',
  cannotMend: 'Ini tidak dapat lagi diubah dengan sendirinya. Periksa kembali teksnya.',
  cellChanged: 'Teksnya berubah sementara itu. Coba lagi sebentar lagi.',
  fileChanged: file =>
    `${file} sementara itu diubah oleh program lain, dan dibiarkan apa adanya. Coba lagi.`,
  mended: places => `Sudah diubah: ${places}.`,
  undo: 'Batalkan',
  undone: 'Perubahan sudah dibatalkan.',
  cannotUndo: 'Teksnya sudah berubah sejak itu. Buka selnya dan tekan Ctrl+Z.',
  openFile: file => `Buka ${file}`,
  about: 'Mengapa ini penting',
  rule: 'Aturan',
  notSo: 'Bukan begini',
  better: 'Lebih baik',
  keep: 'Tetap terbitkan karena …',
  keepHint: 'Menulis alasan Anda di sel pertama; masalah ini tidak disebut lagi',
  keepLabel: 'Mengapa ini boleh tetap, untuk siapa pun yang membaca artikel ini setelah Anda',
  keepExample: 'misalnya: penerbit mengizinkan gambar ini ditampilkan',
  keepFew: 'Sebutkan dengan tiga kata atau lebih mengapa ini boleh tetap.',
  keepDone: 'Tulis alasannya',
  kept: 'Alasannya tertulis di sel pertama.',
  noFrontMatter: 'Sel pertama yang memuat judul dan tanggal tidak ditemukan.',
  done: 'Selesai',
  doneHint: 'Catatan rekan Anda tidak disebut lagi',
  noteDone: 'Sudah ditandai selesai.',
  noteOpen: 'Tercantum lagi di daftar.',
  here: number => `${number} masalah di sini`,
  inList: 'Tampilkan di daftar',
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

/** Return what a problem of a severity is called. */
export function severityWord(severity: Severity, words: ProblemWords): string {
  return { error: words.error, warning: words.warning, advice: words.adviceOne }[severity];
}

export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
