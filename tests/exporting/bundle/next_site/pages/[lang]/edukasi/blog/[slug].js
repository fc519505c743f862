import Head from "next/head";
import GalleyArticle from "../../../../components/GalleyArticle";
import { readBody, readBundles } from "../../../../bundles";

const slugOf = (meta) => (meta.editions[0]?.edition === meta.edition ? meta.slug : `${meta.slug}-${meta.edition}`);

export function getStaticPaths() {
  const paths = readBundles().map(({ meta }) => ({ params: { lang: meta.lang, slug: slugOf(meta) } }));
  return { paths, fallback: false };
}

export function getStaticProps({ params }) {
  const { name, meta } = readBundles().find(
    ({ meta }) => meta.lang === params.lang && slugOf(meta) === params.slug,
  );
  const { title, description, lang, authors, dates, json_ld } = meta;
  return { props: { name, body: readBody(name), title, description, lang, authors, dates, json_ld } };
}

export default function Article({ name, body, title, description, lang, authors, dates, json_ld }) {
  return (
    <>
      <Head>
        <title>{title}</title>
        <meta name="description" content={description} />
        <link rel="stylesheet" href={`/articles/${name}/style.css`} />
        {json_ld && (
          <script
            type="application/ld+json"
            dangerouslySetInnerHTML={{ __html: JSON.stringify(json_ld).replace(/</g, "\\u003c") }}
          />
        )}
      </Head>
      <header className="site"><a href="/">A site that exists</a></header>
      <main lang={lang}>
        <h1>{title}</h1>
        <p className="byline">{authors.map((author) => author.name).join(", ")} · {dates.published}</p>
        <GalleyArticle body={body} />
      </main>
    </>
  );
}
