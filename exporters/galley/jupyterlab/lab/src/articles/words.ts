/** Every label for beginning an article and for the list of all. */

import { SharedWords, sharedWords, wordsIn } from '../shared/words';

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
  ok: 'OK'
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
  ok: 'OK'
};

export type ArticleWords = typeof EN & SharedWords;

export const articleWords = (languageCode: string): ArticleWords => ({
  ...sharedWords(languageCode),
  ...wordsIn(languageCode, EN, ID)
});
