import GalleyArticle from "../../../../GalleyArticle";
import { readBundles } from "../../../../../bundles";

export const dynamicParams = false;

const slugOf = (meta) =>
  meta.edition === meta.editions[0]?.edition ? meta.slug : `${meta.slug}-${meta.edition}`;

const find = ({ lang, slug }) =>
  readBundles().find(({ meta }) => meta.lang === lang && slugOf(meta) === slug);

export function generateStaticParams() {
  return readBundles().map(({ meta }) => ({ lang: meta.lang, slug: slugOf(meta) }));
}

export async function generateMetadata({ params }) {
  const { title, description } = find(await params).meta;
  return { title, description };
}

export default async function Article({ params }) {
  const { name, meta } = find(await params);
  const data = JSON.stringify(meta.json_ld).replace(/</g, "\\u003c");
  return (
    <main lang={meta.lang}>
      {meta.json_ld && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: data }} />}
      <h1>{meta.title}</h1>
      <p className="byline">
        {meta.authors.map((author) => author.name).join(", ")} · {meta.dates.published}
      </p>
      <GalleyArticle name={name} />
    </main>
  );
}
