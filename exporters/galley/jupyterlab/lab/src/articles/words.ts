/** Every label for beginning an article and for the list of all. */

import { count, SharedWords, sharedWords, wordsIn } from '../shared/words';

const EN = {
  newArticle: 'New article',
  newArticleHint: 'Make an article that is ready to write',
  make: 'Make it',
  cancel: 'Cancel',
  title: 'Title',
  titleHint: 'When does the brain listen?',
  language: 'Language',
  languages: { en: 'English', id: 'Indonesian' } as Record<string, string>,
  category: 'Category',
  categoryHint: 'Choose one, or write a new one',
  siteTitle: 'Name of the site',
  name: 'Your name, as readers shall see it',
  firstArticle: 'This is the first article here. These two are asked only once:',
  notMade: 'The article was not made',
  ok: 'OK',
  articles: 'Articles',
  showArticles: 'Show all articles',
  looking: 'Looking at the articles …',
  none: 'There are no articles here yet.',
  filter: 'Find an article',
  refresh: 'Look again',
  exportSite: 'Export the site',
  publish: 'Publish',
  exportOne: 'Export',
  page: 'Open its page',
  states: {
    failing: 'not working',
    unreadable: 'cannot be read',
    'held back': 'held back',
    published: 'published',
    ready: 'not published yet',
    scheduled: 'scheduled',
    draft: 'draft',
    withdrawn: 'withdrawn',
    overdue: 'review overdue'
  } as Record<string, string>,
  reviewed: (day: string) => `reviewed ${day}`,
  neverReviewed: 'never reviewed',
  cites: (key: string, kind: string) => `It cites ${key}: ${kind}.`,
  wasDue: (day: string) => `Its review was due on ${day}.`,
  heldBack: 'It has an error, and the site lets none out.',
  olderPage: 'Its page shows an older text. Publish it again.',
  behind: 'The article that it translates has changed since.',
  unsigned: 'The text has changed since it was signed.',
  counts: (errors: number, warnings: number, advice: number) =>
    `${count(errors, 'error', 'errors')}, ${count(warnings, 'warning', 'warnings')}, ${advice} advice`
};

const ID: typeof EN = {
  newArticle: 'Artikel baru',
  newArticleHint: 'Buat artikel yang siap ditulis',
  make: 'Buat',
  cancel: 'Batal',
  title: 'Judul',
  titleHint: 'Kapan otak mendengarkan?',
  language: 'Bahasa',
  languages: { en: 'Inggris', id: 'Indonesia' },
  category: 'Kategori',
  categoryHint: 'Pilih salah satu, atau tulis yang baru',
  siteTitle: 'Nama situs',
  name: 'Nama Anda, seperti yang akan dilihat pembaca',
  firstArticle: 'Ini artikel pertama di sini. Dua hal ini hanya ditanyakan sekali:',
  notMade: 'Artikel tidak dibuat',
  ok: 'OK',
  articles: 'Artikel',
  showArticles: 'Tampilkan semua artikel',
  looking: 'Melihat artikel …',
  none: 'Belum ada artikel di sini.',
  filter: 'Cari artikel',
  refresh: 'Lihat lagi',
  exportSite: 'Ekspor situs',
  publish: 'Terbitkan',
  exportOne: 'Ekspor',
  page: 'Buka halamannya',
  states: {
    failing: 'bermasalah',
    unreadable: 'tidak dapat dibaca',
    'held back': 'ditahan',
    published: 'terbit',
    ready: 'belum terbit',
    scheduled: 'terjadwal',
    draft: 'draf',
    withdrawn: 'ditarik',
    overdue: 'lewat waktu tinjau'
  },
  reviewed: day => `ditinjau ${day}`,
  neverReviewed: 'belum pernah ditinjau',
  cites: (key, kind) => `Artikel ini mengutip ${key}: ${kind}.`,
  wasDue: day => `Seharusnya ditinjau pada ${day}.`,
  heldBack: 'Ada kesalahan di dalamnya, dan situs ini tidak meloloskan kesalahan.',
  olderPage: 'Halamannya memuat teks lama. Terbitkan lagi.',
  behind: 'Artikel aslinya telah berubah sejak terjemahan ini dibuat.',
  unsigned: 'Teksnya telah berubah sejak ditandatangani.',
  counts: (errors, warnings, advice) =>
    `${errors} kesalahan, ${warnings} peringatan, ${advice} saran`
};

export type ArticleWords = typeof EN & SharedWords;

export const articleWords = (languageCode: string): ArticleWords => ({
  ...sharedWords(languageCode),
  ...wordsIn(languageCode, EN, ID)
});
