/** Every label, in the languages of the first authors. */

const EN = {
  page: 'Page',
  showPage: 'Show the page',
  showPageHint: 'Show the page that readers will see, beside the notebook',
  problems: 'Problems',
  showProblems: 'Show the problems',
  width: 'Width',
  phone: 'Phone',
  panel: 'Panel',
  desktop: 'Desktop',
  colours: 'Colours',
  light: 'Light',
  dark: 'Dark',
  edition: 'Edition',
  everybody: 'Everybody',
  working: 'Making the page …',
  noNotebook: 'Open an article: its page will appear here.',
  noProblems: 'Nothing to mend.',
  noProblemsYet: 'Open an article: what should be mended will be listed here.',
  noAnswer:
    'Galley does not answer. Close JupyterLab and start it again with “galley lab”; what you saved is safe.',
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

export type Words = typeof EN;

const ID: Words = {
  page: 'Halaman',
  showPage: 'Tampilkan halaman',
  showPageHint: 'Tampilkan halaman yang akan dilihat pembaca, di samping buku catatan',
  problems: 'Masalah',
  showProblems: 'Tampilkan masalah',
  width: 'Lebar',
  phone: 'Ponsel',
  panel: 'Panel',
  desktop: 'Desktop',
  colours: 'Warna',
  light: 'Terang',
  dark: 'Gelap',
  edition: 'Edisi',
  everybody: 'Semua pembaca',
  working: 'Menyiapkan halaman …',
  noNotebook: 'Buka sebuah artikel: halamannya akan muncul di sini.',
  noProblems: 'Tidak ada yang perlu diperbaiki.',
  noProblemsYet: 'Buka sebuah artikel: yang perlu diperbaiki akan tercantum di sini.',
  noAnswer:
    'Galley tidak menjawab. Tutup JupyterLab lalu mulai lagi dengan “galley lab”; yang sudah disimpan tetap aman.',
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

/** Return the words of JupyterLab's own language; English where there are none. */
export function wordsFor(languageCode: string): Words {
  return /^id\b|^id_/i.test(languageCode) ? ID : EN;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
