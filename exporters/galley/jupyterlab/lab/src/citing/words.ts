/** Every label of citing. */

import { count, SharedWords, sharedWords, wordsIn } from '../shared/words';

const EN = {
  addReference: 'Add a reference …',
  addReferenceHint: 'Add a work to the list of references, and cite it',
  works: 'Works that can be cited',
  notFound: (query: string) => `“${query}” is not among your references.`,
  more: (number: number) => `${count(number, 'more work', 'more works')}: go on typing`,
  cited: 'cited',
  retraction: 'retracted',
  'expression of concern': 'doubted',
  correction: 'corrected',
  retractionHint: 'This work was retracted. Take another source, or say in the sentence that it was retracted.',
  'expression of concernHint': 'The journal has doubts about this work.',
  correctionHint: 'This work was corrected. See whether your numbers still hold.',
  title: 'Add a reference',
  paste:
    'Paste a reference as journals and PubMed give it under “Cite” or “Export” (BibTeX, RIS or CSL-JSON), or a DOI or PubMed number.',
  unknown:
    'This is neither a reference nor the number of one. Look for “Cite” or “Export” on the page of the journal or of PubMed, and copy what it gives as BibTeX or RIS; or copy the DOI.',
  cancel: 'Cancel',
  add: 'Add',
  addAndCite: 'Add and cite',
  citeIt: 'Cite this one',
  useIt: 'Close',
  reading: 'Reading …',
  lookingUp: 'Looking it up …',
  adding: 'Adding …',
  lookUp: 'Look it up online',
  lookUpHint: (number: string) =>
    `${number} is only a number. Galley can ask Crossref, DataCite or PubMed for the work. Nothing is sent before you press the button.`,
  key: 'Key',
  keyHint: 'the word by which you cite this work',
  same: {
    doi: 'You have this work already: the DOI is the same.',
    pmid: 'You have this work already: the PubMed number is the same.',
    title: 'You seem to have this work already: year and title are nearly the same.',
    number: 'You have this work already.'
  } as Record<string, string>,
  anyway: 'Add it all the same',
  goesTo: (file: string) => `It is added at the end of ${file}; nothing else in the file changes.`,
  begins: (file: string) => `Your folder has no list of references yet. ${file} will be made.`,
  added: (keys: string, file: string) => `Added to ${file}: ${keys}`,
  citeWith: (cites: string) => `Write ${cites} where you want to cite it.`
};

const ID: typeof EN = {
  addReference: 'Tambahkan referensi …',
  addReferenceHint: 'Tambahkan karya ke daftar referensi, lalu kutip',
  works: 'Karya yang dapat dikutip',
  notFound: query => `“${query}” tidak ada di antara referensi Anda.`,
  more: number => `${number} karya lagi: teruskan mengetik`,
  cited: 'sudah dikutip',
  retraction: 'ditarik',
  'expression of concern': 'diragukan',
  correction: 'dikoreksi',
  retractionHint:
    'Karya ini telah ditarik. Gunakan sumber lain, atau sebutkan dalam kalimat bahwa karya ini ditarik.',
  'expression of concernHint': 'Jurnalnya meragukan karya ini.',
  correctionHint: 'Karya ini telah dikoreksi. Periksa apakah angka Anda masih benar.',
  title: 'Tambahkan referensi',
  paste:
    'Tempelkan referensi seperti yang diberikan jurnal dan PubMed di bawah “Cite” atau “Export” (BibTeX, RIS, atau CSL-JSON), atau DOI atau nomor PubMed.',
  unknown:
    'Ini bukan referensi dan bukan nomornya. Cari “Cite” atau “Export” di halaman jurnal atau PubMed, lalu salin yang diberikan sebagai BibTeX atau RIS; atau salin DOI-nya.',
  cancel: 'Batal',
  add: 'Tambahkan',
  addAndCite: 'Tambahkan dan kutip',
  citeIt: 'Kutip yang ini',
  useIt: 'Tutup',
  reading: 'Membaca …',
  lookingUp: 'Mencari …',
  adding: 'Menambahkan …',
  lookUp: 'Cari di internet',
  lookUpHint: number =>
    `${number} hanyalah nomor. Galley dapat menanyakan karyanya kepada Crossref, DataCite, atau PubMed. Tidak ada yang dikirim sebelum Anda menekan tombol.`,
  key: 'Kunci',
  keyHint: 'kata yang Anda pakai untuk mengutip karya ini',
  same: {
    doi: 'Anda sudah memiliki karya ini: DOI-nya sama.',
    pmid: 'Anda sudah memiliki karya ini: nomor PubMed-nya sama.',
    title: 'Anda tampaknya sudah memiliki karya ini: tahun dan judulnya hampir sama.',
    number: 'Anda sudah memiliki karya ini.'
  },
  anyway: 'Tetap tambahkan',
  goesTo: file => `Ditambahkan di akhir ${file}; isi lainnya tidak berubah.`,
  begins: file => `Folder Anda belum memiliki daftar referensi. ${file} akan dibuat.`,
  added: (keys, file) => `Ditambahkan ke ${file}: ${keys}`,
  citeWith: cites => `Tulis ${cites} di tempat Anda ingin mengutipnya.`
};

export type CitingWords = typeof EN & SharedWords;

export const citingWords = (languageCode: string): CitingWords => ({
  ...sharedWords(languageCode),
  ...wordsIn(languageCode, EN, ID)
});
