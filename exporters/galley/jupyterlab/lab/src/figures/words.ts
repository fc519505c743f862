/** Every label of the figures panel; figures and parameters are named by the library itself. */

import { SharedWords, sharedWords, wordsIn } from '../shared/words';

const EN = {
  figures: 'Figures',
  showFigures: 'Show the figures',
  showFiguresHint: 'Show figures to insert, and the settings of the figure in the chosen cell',
  all: 'All figures',
  chosen: 'This figure',
  view: 'What the panel shows',
  search: 'Search figures',
  kind: 'Kind of figure',
  everyKind: 'Every kind',
  evidence: {
    data: 'Measured data',
    model: 'Calculated',
    schematic: 'Drawing',
    synthetic: 'Made up',
    table: 'From your own table'
  } as Record<string, string>,
  nothingFound: 'No figure is like that. Search for fewer letters, or show every kind.',
  loading: 'Looking for the figures …',
  notListed: 'The figures could not be listed. Close this panel and show it again.',
  noPicture: 'This picture could not be drawn.',
  settings: 'What can be set',
  enlarge: 'Show larger',
  insert: 'Insert',
  insertHint: 'Insert a cell with this figure below the chosen cell',
  close: 'Close',
  inserted: (label: string) => `${label} is inserted. Write a sentence that leads to it.`,
  notInserted: 'The figure could not be inserted.',
  noNotebook: 'Open an article, then insert a figure.',
  noFigure: 'The chosen cell draws none of these figures. Choose a cell with a figure, or insert one.',
  showAll: 'Show all figures',
  noKernel: 'The figure is not drawn: no kernel is running. Choose one at the top right of the notebook.',
  failed: 'The figure was not drawn: look below the cell for the reason.',
  drawAgain: 'Draw again as I change',
  drawNow: 'Draw now',
  label: 'Label',
  labelHint: 'How sentences refer to the figure: []\u2060(#label)',
  caption: 'Caption',
  captionHint: 'Readers see it below the figure',
  more: 'More settings',
  inCode: 'Code: change it in the cell',
  notSet: 'not set',
  set: 'set',
  listHint: 'Separate them with commas',
  figureInCell: 'Figure in this cell',
  notChanged: 'This could not be changed.'
};

const ID: typeof EN = {
  figures: 'Gambar',
  showFigures: 'Tampilkan gambar',
  showFiguresHint: 'Tampilkan gambar untuk disisipkan, dan pengaturan gambar pada sel yang dipilih',
  all: 'Semua gambar',
  chosen: 'Gambar ini',
  view: 'Isi panel',
  search: 'Cari gambar',
  kind: 'Jenis gambar',
  everyKind: 'Semua jenis',
  evidence: {
    data: 'Data terukur',
    model: 'Hasil perhitungan',
    schematic: 'Gambar skematis',
    synthetic: 'Data buatan',
    table: 'Dari tabel Anda sendiri'
  },
  nothingFound: 'Tidak ada gambar seperti itu. Cari dengan lebih sedikit huruf, atau tampilkan semua jenis.',
  loading: 'Mencari gambar …',
  notListed: 'Daftar gambar tidak dapat dibuat. Tutup panel ini lalu tampilkan lagi.',
  noPicture: 'Gambar ini tidak dapat dibuat.',
  settings: 'Yang dapat diatur',
  enlarge: 'Perbesar',
  insert: 'Sisipkan',
  insertHint: 'Sisipkan sel dengan gambar ini di bawah sel yang dipilih',
  close: 'Tutup',
  inserted: label => `${label} telah disisipkan. Tulis kalimat yang merujuk kepadanya.`,
  notInserted: 'Gambar tidak dapat disisipkan.',
  noNotebook: 'Buka sebuah artikel, lalu sisipkan gambar.',
  noFigure: 'Sel yang dipilih tidak memuat gambar ini. Pilih sel yang bergambar, atau sisipkan gambar.',
  showAll: 'Tampilkan semua gambar',
  noKernel: 'Gambar tidak dibuat: tidak ada kernel yang berjalan. Pilih kernel di kanan atas buku catatan.',
  failed: 'Gambar tidak dibuat: lihat alasannya di bawah sel.',
  drawAgain: 'Gambar ulang setiap kali saya mengubah',
  drawNow: 'Gambar sekarang',
  label: 'Label',
  labelHint: 'Cara kalimat merujuk gambar ini: []\u2060(#label)',
  caption: 'Keterangan gambar',
  captionHint: 'Pembaca melihatnya di bawah gambar',
  more: 'Pengaturan lain',
  inCode: 'Kode: ubah di dalam sel',
  notSet: 'tidak diatur',
  set: 'atur',
  listHint: 'Pisahkan dengan koma',
  figureInCell: 'Gambar pada sel ini',
  notChanged: 'Ini tidak dapat diubah.'
};

export type FigureWords = typeof EN & SharedWords;

export const figureWords = (languageCode: string): FigureWords => ({
  ...sharedWords(languageCode),
  ...wordsIn(languageCode, EN, ID)
});
