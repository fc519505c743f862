/** Every label of the page panel. */

import { SharedWords, sharedWords, wordsIn } from '../shared/words';

const EN = {
  page: 'Page',
  showPage: 'Show the page',
  showPageHint: 'Show the page that readers will see, beside the notebook',
  shownAs: 'Shown as',
  print: 'Print',
  feed: 'Feed reader',
  card: 'Shared link',
  width: 'Width',
  phone: 'Phone',
  panel: 'Panel',
  desktop: 'Desktop',
  colours: 'Colours',
  light: 'Light',
  dark: 'Dark',
  edition: 'Edition',
  working: 'Making the page …',
  noNotebook: 'Open an article: its page will appear here.'
};

const ID: typeof EN = {
  page: 'Halaman',
  showPage: 'Tampilkan halaman',
  showPageHint: 'Tampilkan halaman yang akan dilihat pembaca, di samping buku catatan',
  shownAs: 'Ditampilkan sebagai',
  print: 'Cetak',
  feed: 'Pembaca feed',
  card: 'Tautan dibagikan',
  width: 'Lebar',
  phone: 'Ponsel',
  panel: 'Panel',
  desktop: 'Desktop',
  colours: 'Warna',
  light: 'Terang',
  dark: 'Gelap',
  edition: 'Edisi',
  working: 'Menyiapkan halaman …',
  noNotebook: 'Buka sebuah artikel: halamannya akan muncul di sini.'
};

export type PageWords = typeof EN & SharedWords;

export const pageWords = (languageCode: string): PageWords => ({
  ...sharedWords(languageCode),
  ...wordsIn(languageCode, EN, ID)
});
